// type-graphql calls Reflect.getMetadata while its decorators run, so the polyfill has to be loaded before any of them:
// every subgraph takes its decorators from here.
import 'reflect-metadata'

export {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  InputType,
  InterfaceType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
