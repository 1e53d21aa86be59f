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

  it('adds a flow that has to be filled in, and takes one away', () => {
    show();
    const before = project.spec.flows.length;
    fireEvent.click(screen.getByText('Add a flow'));
    expect(submit()).toBe('Flows changed (unsound)');
    const number = String(before + 1);
    type(`Flow ${number}`, 'Close the week');
    type(`Steps of flow ${number}`, 'Open the list');
    type(`True after flow ${number}`, 'The list is empty');
    expect(submit()).toBe('Flows changed');
    fireEvent.click(screen.getByLabelText('Remove Close the week'));
    expect(submit()).toBe('');
  });

  it('adds a plan and knows a typed price as decided by the owner', () => {
    let pricing = project.spec.pricing;
    render(
      <SpecEditor
        project={project}
        renderSubmit={({ spec }) => {
          pricing = spec.pricing;
          return null;
        }}
      />,
    );
    const number = String(project.spec.pricing.plans.length + 1);
    fireEvent.click(screen.getByText('Add a plan'));
    type(`Plan ${number}`, 'Team');
    type(`What plan ${number} has`, 'Everything');
    expect(pricing.source).toBe('undecided');
    const prices = screen.getAllByLabelText(/^Price in/);
    fireEvent.change(prices.at(-1) as HTMLElement, { target: { value: '49' } });
    expect(pricing.source).toBe('owner');
    expect(pricing.plans.at(-1)).toMatchObject({ name: 'Team', amount: 4900, period: 'month' });
  });
});
