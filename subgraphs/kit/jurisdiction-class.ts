import { registerEnumType } from './graphql.js'

export enum JurisdictionClassEnum {
  FEDERAL = 'FEDERAL',
  STATE = 'STATE',
  LOCAL = 'LOCAL',
  TRIBAL = 'TRIBAL',
  TERRITORIAL = 'TERRITORIAL',
}
registerEnumType(JurisdictionClassEnum, {
  name: 'JurisdictionClass',
  description: "The five classes of EO 13929 Sec. 3(a). A locality has its State's jurisdiction code.",
})
