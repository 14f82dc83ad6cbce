import { graphql, type ResultOf, type VariablesOf } from './graphql';

export const ServicesQuery = graphql(`
  query Services {
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`);

export const IdentificationStartMutation = graphql(`
  mutation IdentificationStart($input: IdentificationStartInput!) {
    identificationStart(input: $input) {
      authorizationUrl
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export type IdentificationService = ResultOf<typeof ServicesQuery>['retailer']['identificationServices'][number];
export type IdentificationPurpose = VariablesOf<typeof IdentificationStartMutation>['input']['purpose'];
