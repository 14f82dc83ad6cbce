import{G as e,Q as t,_ as n,g as r,v as i}from"./app-D6tMOJo9.js";var a=r(`
  query Services {
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`),o=r(`
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
`);async function s(t,r){let o=e(`form`);try{if(r===null){let e=(await i(a,{})).retailer.identificationServices,[n,r]=e;return n?r?{services:e}:await c(n.key,t):{problem:o.noServices}}return await c(r,t)}catch(e){if(e instanceof n)return{problem:o.failures[e.kind]};throw e}}async function c(n,r){let{identificationStart:a}=await i(o,{input:{service:n,...r}}),{authorizationUrl:s,userErrors:c}=a;return s?(t(`omavirta.signed-in`,`yes`),location.assign(s),null):{problem:c[0]?.message??e(`form`).failures.refused}}export{s as depart};