import{g as e,h as t}from"./app-BhYbjUjw.js";var n=e(`
  mutation ResetRequest($input: PasswordResetRequestInput!) {
    passwordResetRequest(input: $input) {
      requested
      userErrors {
        field
        code
        message
      }
    }
  }
`),r=e(`
  mutation ResetVerify($input: PasswordResetVerifyInput!) {
    passwordResetVerify(input: $input) {
      verified
      userErrors {
        field
        code
        message
      }
    }
  }
`),i=e(`
  mutation ResetLinkCheck($input: PasswordResetLinkCheckInput!) {
    passwordResetLinkCheck(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),a=e(`
    mutation ResetComplete($input: PasswordResetCompleteInput!) {
      passwordResetComplete(input: $input) {
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
  `,[t]),o=e(`
  mutation UserNameReminder($input: UserNameReminderRequestInput!) {
    userNameReminderRequest(input: $input) {
      requested
      userErrors {
        field
        code
        message
      }
    }
  }
`);export{o as a,r as i,i as n,n as r,a as t};