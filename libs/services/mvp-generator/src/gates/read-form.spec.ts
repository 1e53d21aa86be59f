import { describe, expect, it } from '@jest/globals';
import { findForm } from './read-form.js';

const page = `<form action="/other"><input name="q"/></form>
<form action="" enctype="multipart/form-data" method="POST">
  <input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
  <input type="text" name="title" value="Rose &amp; Sons"/><input name="place"/>
  <input type="text" inputMode="decimal" name="price" value="19.00"/>
  <input type="checkbox" name="open" value="true"/><input type="checkbox" name="paid" checked="" value="true"/>
  <textarea name="note" rows="4">It&#x27;s &lt;fine&gt;</textarea>
  <select name="client"><option value="">Choose…</option><option value="c1">A</option></select>
  <select name="status"><option value="new">New</option><option value="done" selected="">Done</option></select>
  <button>Save</button></form>`;

describe('findForm', () => {
  it('reads every control with the value that the browser would send', () => {
    expect(Object.fromEntries(findForm(page, '>Save<')?.values ?? [])).toEqual({
      '$ACTION_1:0': '{"id":"a&b"}',
      title: 'Rose & Sons',
      place: '',
      price: '19.00',
      paid: 'true',
      note: "It's <fine>",
      client: '',
      status: 'done',
    });
  });
  it('knows what a choice offers', () => {
    const form = findForm(page, '>Save<');
    expect(form?.choices.get('client')).toEqual(['c1']);
  });
  it('finds no form that does not hold the mark', () => {
    expect(findForm(page, '>Delete<')).toBeUndefined();
  });
});
