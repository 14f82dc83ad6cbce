import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{C as i,E as a,F as o,I as s,N as c,U as l,g as u,i as d,o as f,q as p,v as m,z as h}from"./app-OTJwUrPv.js";import{n as g,r as _,t as v}from"./index-DpKIs5zp.js";import{l as y,n as b,s as x,t as S}from"./form-BM1f1NbA.js";var C=u(`
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
`);function w(){let u=p(`invitation`),_=y(),[v,w]=e(T),[E,D]=e(null),O=o(),k=f.value.status===`in`,A=E?u.acceptedTitle:v?u.title:u.overTitle;s(b(_,A));let j=h.value;t(()=>w(T),[j]);async function M(){if(!v)return[];let{mandateInvitationAccept:e}=await m(C,{input:{secret:v}});return e.userErrors.length?x(e.userErrors):(g(`omavirta.invitation`,null),await d(),D(e.customer?.name??``),O.current?.focus(),[])}return f.value.status===`unknown`?r(l,{}):r(`section`,{class:`form-page`,children:[r(`h1`,{ref:O,tabIndex:-1,children:A}),E===null?v?k?r(n,{children:[r(`p`,{children:u.text}),r(S,{form:_,submit:u.accept,submitting:u.accepting,problemTitle:u.problem,onSubmit:M,children:r(`p`,{children:u.asWhom(f.value.status===`in`?f.value.viewer.account.name:``)})})]}):r(n,{children:[r(`p`,{children:u.textOut}),r(`div`,{class:`card form`,children:[r(`a`,{class:`button button-wide`,href:c(i),children:u.signIn}),r(`p`,{class:`hint`,children:u.noAccount}),r(`a`,{class:`button button-quiet button-wide`,href:a,children:u.register})]})]}):r(`p`,{children:u.overText}):r(n,{children:[r(`p`,{children:u.acceptedText(E)}),r(`p`,{children:r(`a`,{class:`button`,href:`/`,children:u.home})})]})]})}function T(){let e=_();return e&&g(`omavirta.invitation`,e),e??v(`omavirta.invitation`)}export{w as Page};