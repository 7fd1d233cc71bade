import { readPolicyFiles } from '../../../policy/index.js'
import { CAST } from '../../../prisma/seed/index.js'
import { claim, code, policiesOf, text, type Chapter } from '../context.js'
import { subjectCase } from './checked.js'

interface BirthAnswer {
  readonly officer: { readonly dateOfBirth: unknown } | null
}

/** The rule behind a refusal: its line of Cedar, and the sentence that the asker is given. */
export const why: Chapter = async (walk) => {
  const { data, errors } = await walk.hub.ask<BirthAnswer>(subjectCase(walk), {
    query: 'query TourWhy($id: ID!) { officer(id: $id) { dateOfBirth { value } } }',
    variables: { id: CAST.subject.officerId },
  })
  const [withheld] = policiesOf({ data, errors })
  const rule = withheld ? lineOf(withheld.policy) : null
  return {
    title: 'Why',
    blocks: [
      text('The rule that withheld the date of birth, as the machine reads it:'),
      code(rule ?? 'no rule found'),
      text('The same rule, as the answer says it:'),
      text(`${errors[0]?.message ?? ''} (${withheld?.policy ?? '-'}; ${withheld?.citation ?? '-'})`),
    ],
    claims: [
      claim(
        'The value is null and the reason is beside it.',
        data?.officer?.dateOfBirth === null && errors.length === 1,
      ),
      claim('The policy that the answer names is in force, under that id.', rule !== null),
    ],
  }
}

/** The line of a policy that says what it forbids or permits, as it stands in `policy/rules`. */
function lineOf(id: string): string | null {
  for (const cedar of Object.values(readPolicyFiles().policies)) {
    const at = cedar.indexOf(`@id("${id}")`)
    if (at >= 0) return /^(?:permit|forbid) \(.*$/m.exec(cedar.slice(at))?.[0] ?? null
  }
  return null
}
