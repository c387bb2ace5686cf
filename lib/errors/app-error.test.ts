import { describe, expect, it, vi } from 'vitest';
import { AppError } from './app-error';

describe('AppError', () => {
  it('is recognised when it comes from another bundle, and nothing else is', async () => {
    vi.resetModules();
    const other = await import('./app-error');
    expect(other.AppError).not.toBe(AppError);
    expect(new other.AppError('not-found', 'No such import.')).toBeInstanceOf(AppError);
    expect(new Error('x')).not.toBeInstanceOf(AppError);
    expect({ name: 'AppError', code: 'internal' }).not.toBeInstanceOf(AppError);
  });
});
