import type { LogLevel } from '@nestjs/common';
import type { AppConfig } from '../env.js';

const ORDER = ['error', 'warn', 'info', 'debug'] as const;
const NEST_LEVELS: Record<AppConfig['logLevel'], LogLevel[]> = {
  error: ['fatal', 'error'],
  warn: ['warn'],
  info: ['log'],
  debug: ['debug', 'verbose'],
};

/** The Nest log levels that a configured level switches on: itself and everything graver. */
export function nestLogLevels(level: AppConfig['logLevel']): LogLevel[] {
  return ORDER.slice(0, ORDER.indexOf(level) + 1).flatMap((name) => NEST_LEVELS[name]);
}
