import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{A as i,B as a,I as o,M as s,N as c,S as l,W as u,_ as d,h as f,i as p,o as m,w as h}from"./app-Co5s9kob.js";import{n as g,r as _,t as v}from"./index-GBZQGJna.js";import{l as y,n as b,s as x,t as S}from"./form-CyibYWsH.js";var C=f(`
  mutation InvitationAccept($input: MandateInvitationAcceptInput!) {
    mandateInvitationAccept(input: $input) {
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
`);function w(){let f=u(`invitation`),_=y(),[v,w]=e(T),[E,D]=e(null),O=s(),k=m.value.status===`in`,A=E?f.acceptedTitle:v?f.title:f.overTitle;c(b(_,A));let j=o.value;t(()=>w(T),[j]);async function M(){if(!v)return[];let{mandateInvitationAccept:e}=await d(C,{input:{secret:v}});return e.userErrors.length?x(e.userErrors):(g(`omavirta.invitation`,null),await p(),D(e.customer?.name??``),O.current?.focus(),[])}return m.value.status===`unknown`?r(a,{}):r(`section`,{class:`form-page`,children:[r(`h1`,{ref:O,tabIndex:-1,children:A}),E===null?v?k?r(n,{children:[r(`p`,{children:f.text}),r(S,{form:_,submit:f.accept,submitting:f.accepting,problemTitle:f.problem,onSubmit:M,children:r(`p`,{children:f.asWhom(m.value.status===`in`?m.value.viewer.account.name:``)})})]}):r(n,{children:[r(`p`,{children:f.textOut}),r(`div`,{class:`card form`,children:[r(`a`,{class:`button button-wide`,href:i(l),children:f.signIn}),r(`p`,{class:`hint`,children:f.noAccount}),r(`a`,{class:`button button-quiet button-wide`,href:h,children:f.register})]})]}):r(`p`,{children:f.overText}):r(n,{children:[r(`p`,{children:f.acceptedText(E)}),r(`p`,{children:r(`a`,{class:`button`,href:`/`,children:f.home})})]})]})}function T(){let e=_();return e&&g(`omavirta.invitation`,e),e??v(`omavirta.invitation`)}export{w as Page};