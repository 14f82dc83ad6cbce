import{Z as e,_ as t,g as n,it as r,v as i}from"./app-B4pTfES4.js";var a=n(`
  query Services {
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`),o=n(`
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
`);async function s(n,r){let o=e(`form`);try{if(r===null){let e=(await i(a,{})).retailer.identificationServices,[t,r]=e;return t?r?{services:e}:await c(t.key,n):{problem:o.noServices}}return await c(r,n)}catch(e){if(e instanceof t)return{problem:o.failures[e.kind]};throw e}}async function c(t,n){let{identificationStart:a}=await i(o,{input:{service:t,...n}}),{authorizationUrl:s,userErrors:c}=a;return s?(r(`omavirta.signed-in`,`yes`),location.assign(s),null):{problem:c[0]?.message??e(`form`).failures.refused}}export{s as depart};