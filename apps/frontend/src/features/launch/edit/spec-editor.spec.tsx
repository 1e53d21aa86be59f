import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { project } from '../../../../test/fixtures/project';
import { SpecEditor } from './spec-editor';

const show = () =>
  render(
    <SpecEditor
      project={project}
      renderSubmit={(_draft, changes, isSound) => (
        <p data-testid="submit">{`${changes.join('; ')}${isSound ? '' : ' (unsound)'}`}</p>
      )}
    />,
  );
// Direct events: roles and single keys are slow over a form of this size.
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => screen.getByTestId('submit').textContent;

describe('the spec editor', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(cleanup);

  it('says at once what is wrong with a field', () => {
    show();
    const name = screen.getByLabelText('Product name');
    type('Product name', '');
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('This cannot be empty.')).toBeTruthy();
    expect(submit()).toContain('(unsound)');
  });

  it('keeps unsaved edits for the next visit', () => {
    show();
    type('Audience', 'Freelancers abroad');
    cleanup();
    show();
    expect(screen.getByText('Unsaved edits were restored')).toBeTruthy();
    expect(screen.getByDisplayValue('Freelancers abroad')).toBeTruthy();
  });

  it('takes back a removal without losing what was typed before it', () => {
    show();
    type('Audience', 'Freelancers!');
    fireEvent.click(screen.getByLabelText('Remove Client'));
    expect(submit()).toContain('“Client” removed');
    fireEvent.click(screen.getByText('Undo'));
    expect(submit()).toBe('Audience: “Freelancers!”');
  });
});
