import cliProgress from 'cli-progress'

/** One line on the terminal that says what is being done; nothing at all where there is no terminal. */
export interface ImportProgress {
  rows(tab: string, rows: number): void
  step(text: string): void
  stop(): void
}

const SILENT: ImportProgress = { rows: () => undefined, step: () => undefined, stop: () => undefined }

/** How many rows there will be is not known before the last one is read, so that no bar could be honest. */
export function importProgress(terminal: NodeJS.WritableStream | undefined): ImportProgress {
  if (!terminal) return SILENT
  const bar = new cliProgress.SingleBar({
    stream: terminal,
    clearOnComplete: true,
    hideCursor: true,
    format: '{text} ({duration_formatted})',
  })
  bar.start(1, 0, { text: '' })
  return {
    rows: (tab, rows) => bar.update(0, { text: `reading ${tab}: ${rows} rows` }),
    step: (text) => bar.update(0, { text }),
    stop: () => {
      if (bar.isActive) bar.stop()
    },
  }
}
