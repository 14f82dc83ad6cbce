import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{A as i,G as a,L as o,O as s,R as c,U as l,V as u,W as d,Y as f,Z as p,_ as m,c as h,g,h as _,q as v,v as y,z as b}from"./app-DOmY8vkv.js";import{n as x,t as S}from"./index-DN_qL-sS.js";import{n as C,r as w,t as T}from"./code-field-DxLlcswK.js";import{c as E,d as D,i as O,l as k,n as A,o as j,p as M,r as N,s as P,t as F}from"./form-Dk_mbDxR.js";import{n as I,t as L}from"./steps-D3TANOuU.js";import{t as R}from"./phones-DAELRFWe.js";import{t as z}from"./checkbox-field-DFkCa1r-.js";import{n as B,t as ee}from"./new-password-BoeNGwlE.js";import{t as te}from"./choice-Cd967nnm.js";var V=g(`
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
`),H=g(`
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
  `,[V]),U=g(`
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
  `,[V]),W=g(`
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
  `,[V]),G=g(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),K=g(`
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
  `,[_]),q=g(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function J(){let t=f(`registration`),{failures:n}=f(`form`),[a,o]=e(!1),[s,c]=e(``);async function l(){if(!a){o(!0);try{await y(q,{}),x(`omavirta.registers-for`,null),b(i)}catch(e){c(n[e instanceof m?e.kind:`unreachable`]),o(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":a,onClick:()=>void l(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),s&&r(`p`,{class:`problem`,role:`alert`,children:s})]})}var Y={company:`yritys`,details:`tiedot`,code:`koodi`};function X(e){return`${s}?vaihe=${Y[e]}`}function Z(e){return e.some(({code:e})=>e===`EXPIRED`)}function Q({registration:e,reload:t}){let n=f(`registration`).code,i=f(`credentials`),a=k(),s=o(`code`);c(A(a,n.title));async function l(e){let n=w(e);if(n.length)return n;let r=S(`omavirta.invitation`),{registrationComplete:i}=await y(K,{input:{code:C(e),invitation:r}});return Z(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(x(`omavirta.invitation`,null),x(`omavirta.registers-for`,null),await h(i.viewer,`/?ilmoitus=tervetuloa`)),P(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(L,{now:4,of:4}),r(`h1`,{ref:s,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(F,{form:a,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:l,children:r(T,{form:a,hint:i.codeHint})}),r(I,{send:async()=>(await y(G,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:X(`details`),children:n.changeAddress})}),r(J,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let s=f(`registration`).companyStep,l=k(),u=o(`company`);c(A(l,s.title));async function d(e){let t=j(e,{businessId:s.businessIdMissing,customerNumber:s.customerNumberMissing});if(t.length)return t;let r={businessId:E(e,`businessId`).trim(),customerNumber:E(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await y(U,{input:r});return Z(a.userErrors)?i():a.registration&&!a.userErrors.length&&(x(`omavirta.registers-for`,null),n(a.registration)),P(a.userErrors)}function p(t){t.preventDefault(),x(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(L,{now:2,of:4}),r(`h1`,{ref:u,tabIndex:-1,children:s.title}),r(`p`,{children:s.text}),r(F,{form:l,kept:a,submit:s.submit,submitting:s.submitting,onSubmit:d,children:[r(O,{...l.field(`businessId`),label:s.businessId,hint:s.businessIdHint,autocomplete:`off`}),r(O,{...l.field(`customerNumber`),label:s.customerNumber,hint:s.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:p,children:s.without})}),r(`details`,{children:[r(`summary`,{children:s.help}),r(R,{phones:t.phones})]}),r(J,{})]})}function re(e){return r(D,{...e,children:r(`select`,{...M(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let s=f(`registration`).details,l=f(`credentials`),{languages:u}=f(`shell`),d=k(),m=o(`details`);c(A(d,s.title));async function h(e){let r=[...j(e,{email:l.emailMissing}),...B(e),...j(e,{termsVersion:s.termsMissing})];if(r.length)return r;let a={email:E(e,`email`).trim(),userName:E(e,`userName`).trim()||null,password:E(e,`password`),language:E(e,`language`),termsVersion:t.termsVersion,invitation:S(`omavirta.invitation`)},{registrationStart:o}=await y(W,{input:a});return Z(o.userErrors)?i():o.registration&&!o.userErrors.length&&n(o.registration,`code`),P(o.userErrors)}return r(`section`,{class:`form-page`,children:[r(L,{now:3,of:4}),r(`h1`,{ref:m,tabIndex:-1,children:s.title}),r(F,{form:d,kept:a,submit:s.submit,submitting:s.submitting,onSubmit:h,children:[r(O,{...d.field(`email`),label:l.email,hint:s.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(O,{...d.field(`userName`),label:l.userName,hint:l.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(ee,{form:d,label:l.password}),r(re,{...d.field(`language`),label:s.language,hint:s.languageHint,initial:e.email?e.language:v.value.toUpperCase(),options:p.map(e=>({value:e.toUpperCase(),text:u[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,s.newTab]})]})},t))}),r(z,{...d.field(`termsVersion`),children:s.acceptTerms(t.termsVersion)})]})]}),r(J,{})]})}function ae({registration:e}){let t=f(`registration`),{next:n}=f(`credentials`),i=o(`found`),{customers:a,company:s}=e,l=t.greeting(e.name);return c(l),r(`section`,{class:`form-page`,children:[r(L,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:l}),r(`div`,{class:`card form`,children:[a.length>0&&r($,{title:t.found(a.length),customers:a}),s&&r(`div`,{children:[r($,{title:t.company,customers:[s]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),a.length===0&&!s&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:X(`details`),children:n}),r(`a`,{href:X(`company`),children:s?t.otherCompany:t.addCompany})]}),r(J,{})]})}function $({title:e,customers:t}){let n=f(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(d,{name:i===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=f(`registration`),a=o(`identify`),[l,u]=e(S(`omavirta.registers-for`)===`company`?`company`:`person`);c(n.title);function d(e){u(e),x(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(L,{now:1,of:4}),r(`h1`,{ref:a,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(te,{name:`registers-for`,label:n.forWhom,value:l,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:d}),r(`p`,{class:`hint`,children:l===`company`?n.forCompanyHint:n.forPersonHint})]}),r(N,{purpose:`REGISTER`,returnTo:s})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:i,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=f(`registration`).notFound,i=o(`not-found`);return c(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:X(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(R,{phones:t.phones})]})]}),r(J,{})]})}function ce(){let[i,o]=e(null),[c,d]=e(null),[f,p]=e(0),h=t(null),g=t(null),_=()=>p(e=>e+1);if(n(()=>{let e=new AbortController;return d(null),y(H,{},e.signal).then(o,t=>{e.signal.aborted||d(t instanceof m?t:new m(`unreachable`))}),()=>e.abort()},[f,v.value]),!i)return c?r(l,{failure:c,retry:_}):r(a,{});let{registration:x,retailer:C}=i,w=u.value.query.get(`vaihe`);if(!x)return r(oe,{expired:w!==null});let T={registration:x,retailer:C,proceed:(e,t)=>{o({registration:e,retailer:C}),b(t?X(t):s)},reload:_},E=x.customers.length>0||x.company!==null||S(`omavirta.invitation`)!==null;return w===Y.company||!w&&!x.company&&S(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:h}):E?x.awaitsCode&&(!w||w===Y.code)?r(Q,{...T}):w?r(ie,{...T,kept:g}):r(ae,{...T}):r(se,{...T})}export{ce as Page};