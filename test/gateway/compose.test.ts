import { describe, expect, it } from 'vitest'
import { composeSupergraph, CompositionError } from '../../gateway/compose.js'
import { INCIDENTS_SDL, OFFICERS_SDL } from './fixtures/subgraphs.js'

const officers = { name: 'officers', sdl: OFFICERS_SDL } as const
const incidents = { name: 'incidents', sdl: INCIDENTS_SDL } as const

describe('composition', () => {
  it('gives the supergraph, and the schema that clients see', () => {
    const { supergraphSdl, apiSdl } = composeSupergraph([officers, incidents])
    expect(supergraphSdl).toContain('@join__graph(name: "incidents", url: "comity:incidents")')
    expect(apiSdl).toContain('incidents: [Incident!]')
    expect(apiSdl).not.toMatch(/recordId|_entities|_service|join__/)
  })

  it('does not depend on the order of the subgraphs', () => {
    expect(composeSupergraph([incidents, officers])).toEqual(composeSupergraph([officers, incidents]))
  })

  it('names every fault at once', () => {
    const broken = {
      name: 'incidents',
      sdl: INCIDENTS_SDL.replace('kind: String', 'kind: Int').replace('"recordIds")', '"nothing")'),
    } as const
    const other = { name: 'credentials', sdl: INCIDENTS_SDL } as const
    let thrown: unknown
    try {
      composeSupergraph([officers, broken, other])
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(CompositionError)
    const { faults, message } = thrown as CompositionError
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect(message).toContain(`  - ${fault}`)
    expect(message).toContain('[incidents]')
  })
})
