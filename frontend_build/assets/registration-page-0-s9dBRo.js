import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{$ as i,B as a,G as o,K as s,U as c,V as l,Y as u,Z as d,_ as f,c as p,g as m,h,j as g,k as _,q as v,v as y,z as b}from"./app-B4pTfES4.js";import{n as x,t as S}from"./index-BcUXYvVk.js";import{n as C,r as w,t as T}from"./code-field-DxETo8Zh.js";import{c as E,d as D,i as O,l as k,n as A,o as j,p as M,r as N,s as P,t as F}from"./form-DUbREzMu.js";import{n as I,t as L}from"./steps-BpYXeO2B.js";import{t as R}from"./phones-DAELRFWe.js";import{t as z}from"./checkbox-field-Cd6DsxUt.js";import{n as ee,t as te}from"./new-password-CN2cgI27.js";import{t as B}from"./choice-Cd967nnm.js";var V=m(`
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
`),H=m(`
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
  `,[V]),U=m(`
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
  `,[V]),W=m(`
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
  `,[V]),G=m(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),K=m(`
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
  `,[h]),q=m(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function J(){let t=d(`registration`),{failures:n}=d(`form`),[i,a]=e(!1),[o,s]=e(``);async function c(){if(!i){a(!0);try{await y(q,{}),x(`omavirta.registers-for`,null),l(g)}catch(e){s(n[e instanceof f?e.kind:`unreachable`]),a(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":i,onClick:()=>void c(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),o&&r(`p`,{class:`problem`,role:`alert`,children:o})]})}var Y={company:`yritys`,details:`tiedot`,code:`koodi`};function X(e){return`${_}?vaihe=${Y[e]}`}function Z(e){return e.some(({code:e})=>e===`EXPIRED`)}function Q({registration:e,reload:t}){let n=d(`registration`).code,i=d(`credentials`),o=k(),s=b(`code`);a(A(o,n.title));async function c(e){let n=w(e);if(n.length)return n;let r=S(`omavirta.invitation`),{registrationComplete:i}=await y(K,{input:{code:C(e),invitation:r}});return Z(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(x(`omavirta.invitation`,null),x(`omavirta.registers-for`,null),await p(i.viewer,`/?ilmoitus=tervetuloa`)),P(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(L,{now:4,of:4}),r(`h1`,{ref:s,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(F,{form:o,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:c,children:r(T,{form:o,hint:i.codeHint})}),r(I,{send:async()=>(await y(G,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:X(`details`),children:n.changeAddress})}),r(J,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:o}){let s=d(`registration`).companyStep,c=k(),l=b(`company`);a(A(c,s.title));async function u(e){let t=j(e,{businessId:s.businessIdMissing,customerNumber:s.customerNumberMissing});if(t.length)return t;let r={businessId:E(e,`businessId`).trim(),customerNumber:E(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await y(U,{input:r});return Z(a.userErrors)?i():a.registration&&!a.userErrors.length&&(x(`omavirta.registers-for`,null),n(a.registration)),P(a.userErrors)}function f(t){t.preventDefault(),x(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(L,{now:2,of:4}),r(`h1`,{ref:l,tabIndex:-1,children:s.title}),r(`p`,{children:s.text}),r(F,{form:c,kept:o,submit:s.submit,submitting:s.submitting,onSubmit:u,children:[r(O,{...c.field(`businessId`),label:s.businessId,hint:s.businessIdHint,autocomplete:`off`}),r(O,{...c.field(`customerNumber`),label:s.customerNumber,hint:s.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:f,children:s.without})}),r(`details`,{children:[r(`summary`,{children:s.help}),r(R,{phones:t.phones})]}),r(J,{})]})}function re(e){return r(D,{...e,children:r(`select`,{...M(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:o,kept:s}){let c=d(`registration`).details,l=d(`credentials`),{languages:f}=d(`shell`),p=k(),m=b(`details`);a(A(p,c.title));async function h(e){let r=[...j(e,{email:l.emailMissing}),...ee(e),...j(e,{termsVersion:c.termsMissing})];if(r.length)return r;let i={email:E(e,`email`).trim(),userName:E(e,`userName`).trim()||null,password:E(e,`password`),language:E(e,`language`),termsVersion:t.termsVersion,invitation:S(`omavirta.invitation`)},{registrationStart:a}=await y(W,{input:i});return Z(a.userErrors)?o():a.registration&&!a.userErrors.length&&n(a.registration,`code`),P(a.userErrors)}return r(`section`,{class:`form-page`,children:[r(L,{now:3,of:4}),r(`h1`,{ref:m,tabIndex:-1,children:c.title}),r(F,{form:p,kept:s,submit:c.submit,submitting:c.submitting,onSubmit:h,children:[r(O,{...p.field(`email`),label:l.email,hint:c.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(O,{...p.field(`userName`),label:l.userName,hint:l.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(te,{form:p,label:l.password}),r(re,{...p.field(`language`),label:c.language,hint:c.languageHint,initial:e.email?e.language:u.value.toUpperCase(),options:i.map(e=>({value:e.toUpperCase(),text:f[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,c.newTab]})]})},t))}),r(z,{...p.field(`termsVersion`),children:c.acceptTerms(t.termsVersion)})]})]}),r(J,{})]})}function ae({registration:e}){let t=d(`registration`),{next:n}=d(`credentials`),i=b(`found`),{customers:o,company:s}=e,c=t.greeting(e.name);return a(c),r(`section`,{class:`form-page`,children:[r(L,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:c}),r(`div`,{class:`card form`,children:[o.length>0&&r($,{title:t.found(o.length),customers:o}),s&&r(`div`,{children:[r($,{title:t.company,customers:[s]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),o.length===0&&!s&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:X(`details`),children:n}),r(`a`,{href:X(`company`),children:s?t.otherCompany:t.addCompany})]}),r(J,{})]})}function $({title:e,customers:t}){let n=d(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(s,{name:i===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=d(`registration`),i=b(`identify`),[o,s]=e(S(`omavirta.registers-for`)===`company`?`company`:`person`);a(n.title);function c(e){s(e),x(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(L,{now:1,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(B,{name:`registers-for`,label:n.forWhom,value:o,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:c}),r(`p`,{class:`hint`,children:o===`company`?n.forCompanyHint:n.forPersonHint})]}),r(N,{purpose:`REGISTER`,returnTo:_})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:g,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=d(`registration`).notFound,i=b(`not-found`);return a(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:X(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(R,{phones:t.phones})]})]}),r(J,{})]})}function ce(){let[i,a]=e(null),[s,d]=e(null),[p,m]=e(0),h=t(null),g=t(null),b=()=>m(e=>e+1);if(n(()=>{let e=new AbortController;return d(null),y(H,{},e.signal).then(a,t=>{e.signal.aborted||d(t instanceof f?t:new f(`unreachable`))}),()=>e.abort()},[p,u.value]),!i)return s?r(o,{failure:s,retry:b}):r(v,{});let{registration:x,retailer:C}=i,w=c.value.query.get(`vaihe`);if(!x)return r(oe,{expired:w!==null});let T={registration:x,retailer:C,proceed:(e,t)=>{a({registration:e,retailer:C}),l(t?X(t):_)},reload:b},E=x.customers.length>0||x.company!==null||S(`omavirta.invitation`)!==null;return w===Y.company||!w&&!x.company&&S(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:h}):E?x.awaitsCode&&(!w||w===Y.code)?r(Q,{...T}):w?r(ie,{...T,kept:g}):r(ae,{...T}):r(se,{...T})}export{ce as Page};