import { graphql, type ResultOf } from './graphql';

export const DetailsQuery = graphql(`
  query Details {
    viewer {
      account {
        id
        name
        email
        userName
        language
        phone
        notifications
        identified
      }
      customers {
        id
        kind
        number
        name
        role
      }
      mandateRequests {
        id
        companyName
        createdAt
      }
    }
  }
`);

export const AccountUpdateMutation = graphql(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const UserNameUpdateMutation = graphql(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const EmailChangeRequestMutation = graphql(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const EmailChangeCompleteMutation = graphql(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateRequestCreateMutation = graphql(`
  mutation MandateRequestCreate($input: MandateRequestCreateInput!) {
    mandateRequestCreate(input: $input) {
      customer {
        id
        name
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateRequestWithdrawMutation = graphql(`
  mutation MandateRequestWithdraw($input: MandateRequestWithdrawInput!) {
    mandateRequestWithdraw(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export type Details = NonNullable<ResultOf<typeof DetailsQuery>['viewer']>;
