import { defineConfig } from 'prisma/config'

// Generation only: migrations are applied by prisma/migrate.ts, never by Prisma's schema engine (docs/adr).
export default defineConfig({ schema: 'prisma/schema' })
