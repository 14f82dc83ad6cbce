import{W as e,X as t,_ as n,g as r,h as i}from"./app-Co5s9kob.js";var a=i(`
  query Services {
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`),o=i(`
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
`);async function s(t,i){let o=e(`form`);try{if(i===null){let e=(await n(a,{})).retailer.identificationServices,[r,i]=e;return r?i?{services:e}:await c(r.key,t):{problem:o.noServices}}return await c(i,t)}catch(e){if(e instanceof r)return{problem:o.failures[e.kind]};throw e}}async function c(r,i){let{identificationStart:a}=await n(o,{input:{service:r,...i}}),{authorizationUrl:s,userErrors:c}=a;return s?(t(`omavirta.signed-in`,`yes`),location.assign(s),null):{problem:c[0]?.message??e(`form`).failures.refused}}export{s as depart};