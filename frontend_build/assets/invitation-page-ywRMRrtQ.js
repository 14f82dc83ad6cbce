import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{B as i,Q as a,U as o,W as s,g as c,i as l,k as u,nt as d,o as f,q as p,v as m,w as h}from"./app-BhYbjUjw.js";import{n as g,r as _,t as v}from"./index-CF6aCvCr.js";import{l as y,n as b,s as x,t as S}from"./form-9nbxsXnI.js";var C=c(`
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
`);function w(){let c=d(`invitation`),_=y(),[v,w]=e(T),[E,D]=e(null),O=o(),k=f.value.status===`in`,A=E?c.acceptedTitle:v?c.title:c.overTitle;s(b(_,A));let j=p.value;t(()=>w(T),[j]);async function M(){if(!v)return[];let{mandateInvitationAccept:e}=await m(C,{input:{secret:v}});return e.userErrors.length?x(e.userErrors):(g(`omavirta.invitation`,null),await l(),D(e.customer?.name??``),O.current?.focus(),[])}return f.value.status===`unknown`?r(a,{}):r(`section`,{class:`form-page`,children:[r(`h1`,{ref:O,tabIndex:-1,children:A}),E===null?v?k?r(n,{children:[r(`p`,{children:c.text}),r(S,{form:_,submit:c.accept,submitting:c.accepting,problemTitle:c.problem,onSubmit:M,children:r(`p`,{children:c.asWhom(f.value.status===`in`?f.value.viewer.account.name:``)})})]}):r(n,{children:[r(`p`,{children:c.textOut}),r(`div`,{class:`card form`,children:[r(`a`,{class:`button button-wide`,href:i(h),children:c.signIn}),r(`p`,{class:`hint`,children:c.noAccount}),r(`a`,{class:`button button-quiet button-wide`,href:u,children:c.register})]})]}):r(`p`,{children:c.overText}):r(n,{children:[r(`p`,{children:c.acceptedText(E)}),r(`p`,{children:r(`a`,{class:`button`,href:`/`,children:c.home})})]})]})}function T(){let e=_();return e&&g(`omavirta.invitation`,e),e??v(`omavirta.invitation`)}export{w as Page};