import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{E as i,F as a,G as o,H as s,I as c,L as l,O as u,U as d,V as f,Y as p,_ as m,c as h,g,h as _,q as v,v as y,z as b}from"./app-OTJwUrPv.js";import{n as x,t as S}from"./index-DpKIs5zp.js";import{n as C,r as w,t as T}from"./code-field-Bqd3BFNO.js";import{c as E,d as D,i as O,l as k,n as A,o as j,p as ee,r as M,s as N,t as P}from"./form-BM1f1NbA.js";import{n as F,t as I}from"./steps-DyMKUyqr.js";import{t as L}from"./phones-DAELRFWe.js";import{t as R}from"./checkbox-field-CU8GVrsf.js";import{n as z,t as B}from"./new-password-CgRrmKcB.js";import{t as V}from"./choice-Cd967nnm.js";var H=g(`
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
`),U=g(`
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
  `,[H]),W=g(`
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
  `,[H]),G=g(`
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
  `,[H]),K=g(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),q=g(`
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
  `,[_]),J=g(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function Y(){let t=v(`registration`),{failures:n}=v(`form`),[i,a]=e(!1),[o,s]=e(``);async function c(){if(!i){a(!0);try{await y(J,{}),x(`omavirta.registers-for`,null),l(u)}catch(e){s(n[e instanceof m?e.kind:`unreachable`]),a(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":i,onClick:()=>void c(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),o&&r(`p`,{class:`problem`,role:`alert`,children:o})]})}var X={company:`yritys`,details:`tiedot`,code:`koodi`};function Z(e){return`${i}?vaihe=${X[e]}`}function Q(e){return e.some(({code:e})=>e===`EXPIRED`)}function te({registration:e,reload:t}){let n=v(`registration`).code,i=v(`credentials`),o=k(),s=a(`code`);c(A(o,n.title));async function l(e){let n=w(e);if(n.length)return n;let r=S(`omavirta.invitation`),{registrationComplete:i}=await y(q,{input:{code:C(e),invitation:r}});return Q(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(x(`omavirta.invitation`,null),x(`omavirta.registers-for`,null),await h(i.viewer,`/?ilmoitus=tervetuloa`)),N(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:4,of:4}),r(`h1`,{ref:s,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(P,{form:o,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:l,children:r(T,{form:o,hint:i.codeHint})}),r(F,{send:async()=>(await y(K,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:Z(`details`),children:n.changeAddress})}),r(Y,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:o}){let s=v(`registration`).companyStep,l=k(),u=a(`company`);c(A(l,s.title));async function d(e){let t=j(e,{businessId:s.businessIdMissing,customerNumber:s.customerNumberMissing});if(t.length)return t;let r={businessId:E(e,`businessId`).trim(),customerNumber:E(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await y(W,{input:r});return Q(a.userErrors)?i():a.registration&&!a.userErrors.length&&(x(`omavirta.registers-for`,null),n(a.registration)),N(a.userErrors)}function f(t){t.preventDefault(),x(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:u,tabIndex:-1,children:s.title}),r(`p`,{children:s.text}),r(P,{form:l,kept:o,submit:s.submit,submitting:s.submitting,onSubmit:d,children:[r(O,{...l.field(`businessId`),label:s.businessId,hint:s.businessIdHint,autocomplete:`off`}),r(O,{...l.field(`customerNumber`),label:s.customerNumber,hint:s.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:f,children:s.without})}),r(`details`,{children:[r(`summary`,{children:s.help}),r(L,{phones:t.phones})]}),r(Y,{})]})}function re(e){return r(D,{...e,children:r(`select`,{...ee(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:i,kept:s}){let l=v(`registration`).details,u=v(`credentials`),{languages:d}=v(`shell`),f=k(),m=a(`details`);c(A(f,l.title));async function h(e){let r=[...j(e,{email:u.emailMissing}),...z(e),...j(e,{termsVersion:l.termsMissing})];if(r.length)return r;let a={email:E(e,`email`).trim(),userName:E(e,`userName`).trim()||null,password:E(e,`password`),language:E(e,`language`),termsVersion:t.termsVersion,invitation:S(`omavirta.invitation`)},{registrationStart:o}=await y(G,{input:a});return Q(o.userErrors)?i():o.registration&&!o.userErrors.length&&n(o.registration,`code`),N(o.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:3,of:4}),r(`h1`,{ref:m,tabIndex:-1,children:l.title}),r(P,{form:f,kept:s,submit:l.submit,submitting:l.submitting,onSubmit:h,children:[r(O,{...f.field(`email`),label:u.email,hint:l.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(O,{...f.field(`userName`),label:u.userName,hint:u.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(B,{form:f,label:u.password}),r(re,{...f.field(`language`),label:l.language,hint:l.languageHint,initial:e.email?e.language:o.value.toUpperCase(),options:p.map(e=>({value:e.toUpperCase(),text:d[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,l.newTab]})]})},t))}),r(R,{...f.field(`termsVersion`),children:l.acceptTerms(t.termsVersion)})]})]}),r(Y,{})]})}function ae({registration:e}){let t=v(`registration`),{next:n}=v(`credentials`),i=a(`found`),{customers:o,company:s}=e,l=t.greeting(e.name);return c(l),r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:l}),r(`div`,{class:`card form`,children:[o.length>0&&r($,{title:t.found(o.length),customers:o}),s&&r(`div`,{children:[r($,{title:t.company,customers:[s]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),o.length===0&&!s&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:Z(`details`),children:n}),r(`a`,{href:Z(`company`),children:s?t.otherCompany:t.addCompany})]}),r(Y,{})]})}function $({title:e,customers:t}){let n=v(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(s,{name:i===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=v(`registration`),o=a(`identify`),[s,l]=e(S(`omavirta.registers-for`)===`company`?`company`:`person`);c(n.title);function d(e){l(e),x(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(I,{now:1,of:4}),r(`h1`,{ref:o,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(V,{name:`registers-for`,label:n.forWhom,value:s,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:d}),r(`p`,{class:`hint`,children:s===`company`?n.forCompanyHint:n.forPersonHint})]}),r(M,{purpose:`REGISTER`,returnTo:i})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:u,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=v(`registration`).notFound,i=a(`not-found`);return c(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:Z(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(L,{phones:t.phones})]})]}),r(Y,{})]})}function ce(){let[a,s]=e(null),[c,u]=e(null),[p,h]=e(0),g=t(null),_=t(null),v=()=>h(e=>e+1);if(n(()=>{let e=new AbortController;return u(null),y(U,{},e.signal).then(s,t=>{e.signal.aborted||u(t instanceof m?t:new m(`unreachable`))}),()=>e.abort()},[p,o.value]),!a)return c?r(f,{failure:c,retry:v}):r(d,{});let{registration:x,retailer:C}=a,w=b.value.query.get(`vaihe`);if(!x)return r(oe,{expired:w!==null});let T={registration:x,retailer:C,proceed:(e,t)=>{s({registration:e,retailer:C}),l(t?Z(t):i)},reload:v},E=x.customers.length>0||x.company!==null||S(`omavirta.invitation`)!==null;return w===X.company||!w&&!x.company&&S(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:g}):E?x.awaitsCode&&(!w||w===X.code)?r(te,{...T}):w?r(ie,{...T,kept:_}):r(ae,{...T}):r(se,{...T})}export{ce as Page};