/** Bits as multiples of an eighth: exact in binary, so that the sum of what is shown is the total to the last digit. */
export function eighths(bits: number): number {
  return Math.round(bits * 8) / 8
}

/** As an explanation states them: +4.25, -3. */
export const signed = (bits: number): string => `${bits < 0 ? '' : '+'}${bits}`
