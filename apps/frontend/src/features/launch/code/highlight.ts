import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import markdown from 'highlight.js/lib/languages/markdown';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { createElement, type ReactNode } from 'react';

// Only the languages that a kit contains: a tenth of what highlight.js brings.
const lowlight = createLowlight({
  bash,
  css,
  dockerfile,
  ini,
  javascript,
  json,
  markdown,
  sql,
  typescript,
  xml,
  yaml,
});

type Tree = ReturnType<typeof lowlight.highlight>;
type Child = Tree['children'][number];

/** Code as React elements with highlight.js' class names. React escapes every text, so no file can inject markup. */
export function highlight(text: string, language: string): ReactNode {
  return lowlight.highlight(language, text).children.map(toNode);
}

function toNode(child: Child, key: number): ReactNode {
  if (child.type === 'text') return child.value;
  if (child.type !== 'element') return null;
  const names = child.properties.className;
  const className = Array.isArray(names) ? names.join(' ') : undefined;
  return createElement('span', { key, className }, ...child.children.map(toNode));
}
