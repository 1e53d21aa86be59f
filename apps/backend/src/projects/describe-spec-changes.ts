import type { ProductSpec, SpecChange } from '@hatchr/contracts';

export function describeSpecChanges(from: ProductSpec, to: ProductSpec): SpecChange[] {
  return from.name === to.name
    ? []
    : [{ path: 'name', change: 'changed', message: `Name: “${from.name}” is now “${to.name}”.` }];
}
