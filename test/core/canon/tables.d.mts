export function decode(classes: Readonly<Record<string, readonly string[]>>): Uint8Array;
export function encodeRuns(table: Uint8Array): string;
