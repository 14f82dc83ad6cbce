import { graphql, type ResultOf, type VariablesOf } from './graphql';
import { SignedIn } from './session';

const RegistrationParts = graphql(`
  fragment RegistrationParts on Registration {
    name
    customers {
      number
      name
      kind
    }
    company {
      number
      name
      kind
    }
    email
    userName
    language
    awaitsCode
  }
`);

/** Where this browser's registration stands, and what every step needs of the retailer. */
export const RegistrationQuery = graphql(
  `
    query Registration {
      registration {
        ...RegistrationParts
      }
      retailer {
        phones {
          name
          number
          openingHours
        }
        terms {
          title
          url
        }
        termsVersion
      }
    }
  `,
  [RegistrationParts],
);

export const RegistrationCompanyMutation = graphql(
  `
    mutation RegistrationCompany($input: RegistrationCompanyUpdateInput!) {
      registrationCompanyUpdate(input: $input) {
        registration {
          ...RegistrationParts
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
  [RegistrationParts],
);

export const RegistrationStartMutation = graphql(
  `
    mutation RegistrationStart($input: RegistrationStartInput!) {
      registrationStart(input: $input) {
        registration {
          ...RegistrationParts
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
  [RegistrationParts],
);

export const RegistrationCodeMutation = graphql(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const RegistrationCompleteMutation = graphql(
  `
    mutation RegistrationComplete($input: RegistrationCompleteInput!) {
      registrationComplete(input: $input) {
        viewer {
          ...SignedIn
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
  [SignedIn],
);

export const RegistrationDeleteMutation = graphql(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);

type Answer = ResultOf<typeof RegistrationQuery>;
export type Registration = NonNullable<Answer['registration']>;
export type RegistrationCustomer = Registration['customers'][number];
export type Retailer = Answer['retailer'];
export type Language = VariablesOf<typeof RegistrationStartMutation>['input']['language'];
