/** One line a step, with how long it took: `database … 2.1 s`. */
export function stopwatch(err: (text: string) => void) {
  let began: number | null = null
  const finish = () => {
    if (began !== null) err(`${((performance.now() - began) / 1_000).toFixed(1)} s\n`)
    began = null
  }
  return {
    next: (step: string): void => {
      finish()
      err(`comity: ${step} … `)
      began = performance.now()
    },
    done: finish,
  }
}
