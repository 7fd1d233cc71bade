export const REPORT: string
export function attempts(): string[]
export function isLocal(host: unknown): boolean
export function install(): void
