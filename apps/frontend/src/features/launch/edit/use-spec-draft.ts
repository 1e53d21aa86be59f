'use client';
import { productSpecSchema, type ProductSpec } from '@hatchr/contracts';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';

/** A draft may be unfinished, so only its shape is checked when it is read back, by the keys that the form needs. */
const storedSchema = z.object({
  base: z.string(),
  spec: z.looseObject({
    entities: z.array(z.looseObject({ name: z.string(), fields: z.array(z.unknown()) })),
    flows: z.array(z.unknown()),
    brand: z.looseObject({}),
    pricing: z.looseObject({ plans: z.array(z.unknown()) }),
    feature: z.looseObject({}),
  }),
});

/** How many steps can be taken back. */
const pastLimit = 50;
/** A pause in typing that begins a new step (ms). */
const pauseMs = 800;

export interface SpecDraft {
  spec: ProductSpec;
  isChanged: boolean;
  /** True when the draft was found from an earlier visit. */
  isRecovered: boolean;
  canUndo: boolean;
  /** `isStep` marks an edit that Undo takes back by itself, such as a removal; typing without a pause is one step. */
  change: (spec: ProductSpec, isStep?: boolean) => void;
  undo: () => void;
  reset: () => void;
  forget: () => void;
}

function readDraft(key: string, digest: string): ProductSpec | null {
  try {
    const stored = storedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data;
    return stored?.base === digest ? (stored.spec as unknown as ProductSpec) : null;
  } catch {
    return null;
  }
}

function writeDraft(key: string, value: { base: string; spec: ProductSpec } | null): void {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing still edits; the guard before leaving is what is left.
  }
}

/** The edited specification of one project, kept in localStorage until it is regenerated or reset. */
export function useSpecDraft(projectId: string, base: ProductSpec, digest: string): SpecDraft {
  const key = `hatchr.spec.${projectId}`;
  const [found] = useState(() => readDraft(key, digest));
  const [spec, setSpec] = useState(found ?? base);
  const [past, setPast] = useState<ProductSpec[]>([]);
  const lastTyped = useRef(0);
  const isChanged = JSON.stringify(spec) !== JSON.stringify(base);
  useEffect(() => {
    writeDraft(key, isChanged ? { base: digest, spec } : null);
  }, [key, digest, spec, isChanged]);
  useEffect(() => {
    if (!isChanged) return;
    const guard = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => {
      window.removeEventListener('beforeunload', guard);
    };
  }, [isChanged]);
  return {
    spec,
    isChanged,
    isRecovered: found !== null,
    canUndo: past.length > 0,
    change: (next, isStep = false) => {
      const now = Date.now();
      if (isStep || now - lastTyped.current > pauseMs)
        setPast((steps) => [...steps, spec].slice(-pastLimit));
      lastTyped.current = isStep ? 0 : now;
      setSpec(next);
    },
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      setSpec(last);
    },
    reset: () => {
      setPast((steps) => [...steps, spec].slice(-pastLimit));
      setSpec(base);
    },
    forget: () => {
      setSpec(base);
      setPast([]);
      writeDraft(key, null);
    },
  };
}

/** What the schema says about a specification, by path (`entities.0.label`); empty when it is sound. */
export function findProblems(spec: ProductSpec): Map<string, string> {
  const issues = productSpecSchema.safeParse(spec).error?.issues ?? [];
  return new Map(issues.map((issue) => [issue.path.join('.'), wordOf(issue)]));
}

function wordOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? 'At least one more is needed.' : 'This cannot be empty.';
  if (issue.code === 'too_big')
    return `At most ${String(issue.maximum)} ${issue.origin === 'string' ? 'characters' : 'of these'}.`;
  if (issue.path.includes('brand')) return 'A colour such as #2f5d50.';
  return issue.message;
}
