import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{$ as i,H as a,J as o,K as s,U as c,W as l,Z as u,_ as d,c as f,g as p,h as m,j as h,k as g,rt as _,tt as v,v as y}from"./app-WgkoDno2.js";import{n as b,t as x}from"./index-D9sXSA1-.js";import{n as S,r as C,t as w}from"./code-field-C4I08nIk.js";import{c as T,d as E,i as D,l as O,n as k,o as A,p as j,r as M,s as N,t as P}from"./form-DI8wPJhX.js";import{n as F,t as I}from"./steps-2nwqyP3_.js";import{t as L}from"./phones-DAELRFWe.js";import{t as R}from"./checkbox-field-BkDA3yaI.js";import{n as z,t as ee}from"./new-password-DRUx2O_s.js";import{p as te}from"./data-DKIEJbCy.js";import{t as B}from"./choice-Cd967nnm.js";var V=p(`
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
`),H=p(`
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
  `,[V]),U=p(`
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
  `,[V]),W=p(`
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
  `,[V]),G=p(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),K=p(`
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
  `,[m]),q=p(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function J(){let t=v(`registration`),{failures:n}=v(`form`),[i,a]=e(!1),[o,s]=e(``);async function c(){if(!i){a(!0);try{await y(q,{}),b(`omavirta.registers-for`,null),l(h)}catch(e){s(n[e instanceof d?e.kind:`unreachable`]),a(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":i,onClick:()=>void c(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),o&&r(`p`,{class:`problem`,role:`alert`,children:o})]})}var Y={company:`yritys`,details:`tiedot`,code:`koodi`};function X(e){return`${g}?vaihe=${Y[e]}`}function Z(e){return e.some(({code:e})=>e===`EXPIRED`)}function Q({registration:e,reload:t}){let n=v(`registration`).code,i=v(`credentials`),o=O(),s=a(`code`);c(k(o,n.title));async function l(e){let n=C(e);if(n.length)return n;let r=x(`omavirta.invitation`),{registrationComplete:i}=await y(K,{input:{code:S(e),invitation:r}});return Z(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(b(`omavirta.invitation`,null),b(`omavirta.registers-for`,null),await f(i.viewer,`/?ilmoitus=tervetuloa`)),N(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:4,of:4}),r(`h1`,{ref:s,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(P,{form:o,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:l,children:r(w,{form:o,hint:i.codeHint})}),r(F,{send:async()=>(await y(G,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:X(`details`),children:n.changeAddress})}),r(J,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:o}){let s=v(`registration`).companyStep,l=O(),u=a(`company`);c(k(l,s.title));async function d(e){let t=A(e,{businessId:s.businessIdMissing,customerNumber:s.customerNumberMissing});if(t.length)return t;let r={businessId:T(e,`businessId`).trim(),customerNumber:T(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await y(U,{input:r});return Z(a.userErrors)?i():a.registration&&!a.userErrors.length&&(b(`omavirta.registers-for`,null),n(a.registration)),N(a.userErrors)}function f(t){t.preventDefault(),b(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:u,tabIndex:-1,children:s.title}),r(`p`,{children:s.text}),r(P,{form:l,kept:o,submit:s.submit,submitting:s.submitting,onSubmit:d,children:[r(D,{...l.field(`businessId`),label:s.businessId,hint:s.businessIdHint,autocomplete:`off`}),r(D,{...l.field(`customerNumber`),label:s.customerNumber,hint:s.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:f,children:s.without})}),r(`details`,{children:[r(`summary`,{children:s.help}),r(L,{phones:t.phones})]}),r(J,{})]})}function re(e){return r(E,{...e,children:r(`select`,{...j(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:o,kept:s}){let l=v(`registration`).details,u=v(`credentials`),{languages:d}=v(`shell`),f=O(),p=a(`details`);c(k(f,l.title));async function m(e){let r=[...A(e,{email:u.emailMissing}),...z(e),...A(e,{termsVersion:l.termsMissing})];if(r.length)return r;let i={email:T(e,`email`).trim(),userName:T(e,`userName`).trim()||null,password:T(e,`password`),language:T(e,`language`),termsVersion:t.termsVersion,invitation:x(`omavirta.invitation`)},{registrationStart:a}=await y(W,{input:i});return Z(a.userErrors)?o():a.registration&&!a.userErrors.length&&n(a.registration,`code`),N(a.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:3,of:4}),r(`h1`,{ref:p,tabIndex:-1,children:l.title}),r(P,{form:f,kept:s,submit:l.submit,submitting:l.submitting,onSubmit:m,children:[r(D,{...f.field(`email`),label:u.email,hint:l.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(D,{...f.field(`userName`),label:u.userName,hint:u.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(ee,{form:f,label:u.password}),r(re,{...f.field(`language`),label:l.language,hint:l.languageHint,initial:e.email?e.language:i.value.toUpperCase(),options:_.map(e=>({value:e.toUpperCase(),text:d[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,l.newTab]})]})},t))}),r(R,{...f.field(`termsVersion`),children:l.acceptTerms(t.termsVersion)})]})]}),r(J,{})]})}function ae({registration:e}){let t=v(`registration`),{next:n}=v(`credentials`),i=a(`found`),{customers:o,company:s}=e,l=t.greeting(e.name);return c(l),r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:l}),r(`div`,{class:`card form`,children:[o.length>0&&r($,{title:t.found(o.length),customers:o}),s&&r(`div`,{children:[r($,{title:t.company,customers:[s]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),o.length===0&&!s&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:X(`details`),children:n}),r(`a`,{href:X(`company`),children:s?t.otherCompany:t.addCompany})]}),r(J,{})]})}function $({title:e,customers:t}){let n=v(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(te,{name:i===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=v(`registration`),i=a(`identify`),[o,s]=e(x(`omavirta.registers-for`)===`company`?`company`:`person`);c(n.title);function l(e){s(e),b(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(I,{now:1,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(B,{name:`registers-for`,label:n.forWhom,value:o,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:l}),r(`p`,{class:`hint`,children:o===`company`?n.forCompanyHint:n.forPersonHint})]}),r(M,{purpose:`REGISTER`,returnTo:g})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:h,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=v(`registration`).notFound,i=a(`not-found`);return c(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:X(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(L,{phones:t.phones})]})]}),r(J,{})]})}function ce(){let[a,c]=e(null),[f,p]=e(null),[m,h]=e(0),_=t(null),v=t(null),b=()=>h(e=>e+1);if(n(()=>{let e=new AbortController;return p(null),y(H,{},e.signal).then(c,t=>{e.signal.aborted||p(t instanceof d?t:new d(`unreachable`))}),()=>e.abort()},[m,i.value]),!a)return f?r(o,{failure:f,retry:b}):r(u,{});let{registration:S,retailer:C}=a,w=s.value.query.get(`vaihe`);if(!S)return r(oe,{expired:w!==null});let T={registration:S,retailer:C,proceed:(e,t)=>{c({registration:e,retailer:C}),l(t?X(t):g)},reload:b},E=S.customers.length>0||S.company!==null||x(`omavirta.invitation`)!==null;return w===Y.company||!w&&!S.company&&x(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:_}):E?S.awaitsCode&&(!w||w===Y.code)?r(Q,{...T}):w?r(ie,{...T,kept:v}):r(ae,{...T}):r(se,{...T})}export{ce as Page};