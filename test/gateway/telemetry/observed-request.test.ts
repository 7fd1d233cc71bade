import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '../../../contract/viewer.js'
import { ObservedRequest, rootLabel } from '../../../gateway/telemetry/observed-request.js'

function asked(text: string): [OperationDefinitionNode, Record<string, FragmentDefinitionNode>] {
  const { definitions } = parse(text)
  const fragments = definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
  )
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('no operation')
  return [operation, Object.fromEntries(fragments)]
}

describe('what an operation is called in telemetry', () => {
  it.each([
    ['query Okonquist_Hale { tamsin: officers(name: "Tamsin") { id } }', 'officers'],
    ['{ agencies { id } more: agencies(first: 2) { id } __typename }', 'agencies'],
    ['{ agencies { id } officer(id: "x") { id } }', 'several'],
    ['{ ...a } fragment a on Query { ... on Query { why(record: "x") { id } } }', 'why'],
    ['{ __schema { queryType { name } } }', 'introspection'],
  ])('%s: never a name that its client chose', (text, label) => {
    expect(rootLabel(...asked(text))).toBe(label)
  })
})

describe('one request', () => {
  const viewer = { roles: ['HIRING', 'AUDITOR'], jurisdictionClass: 'STATE' } as unknown as Viewer

  it('of which nothing is known yet', () => {
    expect(new ObservedRequest().told()).toEqual({
      operation: 'none',
      role: 'none',
      jurisdictionClass: 'none',
      codes: [],
    })
  })

  it('is told with the roles of its viewer and each code once', () => {
    const observed = new ObservedRequest()
    observed.askedBy(viewer)
    observed.asks(...asked('{ agencies { id } }'))
    for (const code of ['WITHHELD', 'BAD_INPUT', 'WITHHELD']) observed.failed(code)
    expect(observed.told()).toEqual({
      operation: 'agencies',
      role: 'AUDITOR+HIRING',
      jurisdictionClass: 'STATE',
      codes: ['BAD_INPUT', 'WITHHELD'],
    })
  })

  it('goes by the name in the manifest where it is a persisted one', () => {
    const observed = new ObservedRequest()
    observed.persistedAs(asked('query PortalAgencies { agencies { id } }')[0])
    observed.asks(...asked('{ agencies { id } }'))
    expect(observed.operation).toBe('PortalAgencies')
  })
})
