import type { Mode } from './config.js'
import { firstCommands } from './first-commands.js'

export interface GreetingFacts {
  readonly origin: string
  readonly mode: Mode
  readonly database: 'EMBEDDED' | 'POSTGRES'
  readonly hasRealData: boolean
  readonly dataDir: string
  /** ISO date. */
  readonly today: string
}

/** The first screen: where the hub is, what it is, and what to do next. */
export function greeting(facts: GreetingFacts): string {
  return facts.mode === 'DEMO' ? demoGreeting(facts) : productionGreeting(facts)
}

function productionGreeting({ origin, database }: GreetingFacts): string {
  return `
Comity is ready at ${origin}
  GraphQL ${origin}/graphql   health ${origin}/health/ready   mode PRODUCTION, ${kept(database)}
  Tokens are taken from the issuers in COMITY_ISSUERS_FILE. Ctrl-C ends it.
`
}

function demoGreeting({ origin, database, dataDir, hasRealData, today }: GreetingFacts): string {
  const banner = hasRealData
    ? 'RECORDS ABOUT REAL PEOPLE WERE IMPORTED INTO THIS DEMO. It listens on loopback only.'
    : 'SYNTHETIC PEOPLE: everyone in this demo is invented.'
  const [first, second] = firstCommands(origin, today)
  return `
${banner}

Comity is ready at ${origin}
  A hub with which agencies share officer-accountability records, each under its own law: who asks, and for what,
  decides what is seen, and the answer says why. Open the address in a browser, or paste, in a second terminal:

# ${first?.title ?? ''}
${first?.command ?? ''}

# ${second?.title ?? ''}
${second?.command ?? ''}

# The whole story, checked as it goes
npx comity tour

  Health ${origin}/health/ready. Kept in ${database === 'EMBEDDED' ? dataDir : 'PostgreSQL'}; delete it to begin anew. Ctrl-C ends it.
`
}

function kept(database: GreetingFacts['database']): string {
  return database === 'EMBEDDED' ? 'embedded database' : 'PostgreSQL'
}
