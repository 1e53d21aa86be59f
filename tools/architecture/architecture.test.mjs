// Reads every import of the workspace and holds it to the table "Who may know whom" of ARCHITECTURE.md. It needs no
// build and no lint plugin, and it cannot pass silently: it counts what it read.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findForbiddenImports } from './find-forbidden-imports.mjs';

const workspace = fileURLToPath(new URL('../..', import.meta.url));

describe('the boundaries', () => {
  it('hold in the whole workspace', () => {
    const { forbidden, files, imports } = findForbiddenImports(workspace);
    assert.deepEqual(forbidden, []);
    assert.ok(files > 100, `only ${files} files were read`);
    assert.ok(imports > 300, `only ${imports} imports were read`);
  });

  const wrong = [
    ['apps/frontend/src/a.ts', `import { Injectable } from '@nestjs/common';`],
    [
      'apps/frontend/src/a.ts',
      `import { createAppRouter } from '@hatchr/contracts/dist/api/app-router.js';`,
    ],
    ['apps/frontend/src/a.tsx', `const { DataSource } = await import('typeorm');`],
    ['apps/frontend/src/a.ts', `import { PackagingService } from '@hatchr/packaging';`],
    ['apps/backend/src/a.ts', `import Link from 'next/link';`],
    ['apps/backend/src/a.ts', `export { useState } from 'react';`],
    ['libs/contracts/src/a.ts', `import type { Pool } from 'pg';`],
    ['libs/contracts/src/a.ts', `import { DiscoveryService } from '@hatchr/discovery';`],
    ['libs/services/packaging/src/a.ts', `import { DiscoveryService } from '@hatchr/discovery';`],
    ['libs/services/packaging/src/a.ts', `import { x } from '../../discovery/src/index.js';`],
    [
      'libs/services/packaging/src/a.ts',
      `import { startModelServer } from '@hatchr/language-model/testing';`,
    ],
    ['libs/services/packaging/src/a.ts', `import { initTRPC } from '@trpc/server';`],
    ['libs/services/packaging/src/a.ts', `require("typeorm")`],
  ];
  for (const [file, source] of wrong) {
    it(`refuse ${source} in ${path.dirname(file)}`, () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-boundaries-'));
      try {
        mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
        writeFileSync(path.join(folder, file), `${source}\n`);
        assert.equal(findForbiddenImports(folder).forbidden.length, 1);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  it('let a service know the contracts and the language model', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hatchr-boundaries-'));
    try {
      mkdirSync(path.join(folder, 'libs/services/discovery/src'), { recursive: true });
      writeFileSync(
        path.join(folder, 'libs/services/discovery/src/a.ts'),
        `import { AppError } from '@hatchr/contracts';\nimport { LanguageModel } from '@hatchr/language-model';\n`,
      );
      writeFileSync(
        path.join(folder, 'libs/services/discovery/src/a.spec.ts'),
        `import { startModelServer } from '@hatchr/language-model/testing';\n`,
      );
      assert.deepEqual(findForbiddenImports(folder), { forbidden: [], files: 2, imports: 3 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
