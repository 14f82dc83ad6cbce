import{_ as e,c as t,h as n,m as r}from"./app-Co5s9kob.js";import{PasskeyFailure as i,signWithPasskey as a}from"./webauthn-mjKrM_wn.js";var o=n(`
  mutation PasskeySessionRequest {
    passkeySessionRequest(input: {}) {
      optionsJson
      userErrors {
        field
        code
        message
      }
    }
  }
`),s=n(`
    mutation PasskeySession($input: PasskeySessionCreateInput!) {
      passkeySessionCreate(input: $input) {
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
  `,[r]);async function c(){let{passkeySessionRequest:n}=await e(o,{});if(!n.optionsJson)return n.userErrors;let r;try{r=await a(n.optionsJson)}catch(e){if(e instanceof i)return`cancelled`;throw e}let{passkeySessionCreate:c}=await e(s,{input:{responseJson:r}});return c.userErrors.length||await t(c.viewer),c.userErrors}export{c as signInWithPasskey};