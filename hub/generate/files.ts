import { syntheticWorkbookBytes } from '../../demo/make-va-dcjs-synthetic.js'
import { composeSupergraph } from '../../gateway/compose.js'
import { policyMatrix, policyMatrixPage } from '../policy-offline.js'
import { subgraphSchemas } from '../schemas.js'
import { commandsPage } from './commands-page.js'
import { configurationPage } from './configuration-page.js'
import { errorsPage } from './errors-page.js'

/** Path within the repository -> content. The same bytes for the same sources, so that a diff of them is a review. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string | Buffer>> {
  const { supergraphSdl } = composeSupergraph(await subgraphSchemas())
  return new Map<string, string | Buffer>([
    ['docs/generated/supergraph.graphql', `${supergraphSdl.trimEnd()}\n`],
    ['docs/generated/sharing-policy.md', policyMatrix()],
    ['docs/generated/sharing-policy.html', policyMatrixPage()],
    ['docs/generated/errors.md', errorsPage()],
    ['docs/generated/configuration.md', configurationPage()],
    ['docs/generated/commands.md', await commandsPage()],
    ['demo/va-dcjs-synthetic.xlsx', await syntheticWorkbookBytes()],
  ])
}
