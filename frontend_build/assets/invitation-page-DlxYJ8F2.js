import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{C as i,G as a,L as o,N as s,P as c,T as l,V as u,g as d,i as f,j as p,o as m,v as h}from"./app-D6tMOJo9.js";import{n as g,r as _,t as v}from"./index-Ck7HjvmS.js";import{l as y,n as b,s as x,t as S}from"./form-DXgCkZqC.js";var C=d(`
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
`);function w(){let d=a(`invitation`),_=y(),[v,w]=e(T),[E,D]=e(null),O=s(),k=m.value.status===`in`,A=E?d.acceptedTitle:v?d.title:d.overTitle;c(b(_,A));let j=o.value;t(()=>w(T),[j]);async function M(){if(!v)return[];let{mandateInvitationAccept:e}=await h(C,{input:{secret:v}});return e.userErrors.length?x(e.userErrors):(g(`omavirta.invitation`,null),await f(),D(e.customer?.name??``),O.current?.focus(),[])}return m.value.status===`unknown`?r(u,{}):r(`section`,{class:`form-page`,children:[r(`h1`,{ref:O,tabIndex:-1,children:A}),E===null?v?k?r(n,{children:[r(`p`,{children:d.text}),r(S,{form:_,submit:d.accept,submitting:d.accepting,problemTitle:d.problem,onSubmit:M,children:r(`p`,{children:d.asWhom(m.value.status===`in`?m.value.viewer.account.name:``)})})]}):r(n,{children:[r(`p`,{children:d.textOut}),r(`div`,{class:`card form`,children:[r(`a`,{class:`button button-wide`,href:p(i),children:d.signIn}),r(`p`,{class:`hint`,children:d.noAccount}),r(`a`,{class:`button button-quiet button-wide`,href:l,children:d.register})]})]}):r(`p`,{children:d.overText}):r(n,{children:[r(`p`,{children:d.acceptedText(E)}),r(`p`,{children:r(`a`,{class:`button`,href:`/`,children:d.home})})]})]})}function T(){let e=_();return e&&g(`omavirta.invitation`,e),e??v(`omavirta.invitation`)}export{w as Page};