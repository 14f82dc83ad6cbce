import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{G as i,H as a,R as o,V as s,X as c,et as l,g as u,i as d,k as f,o as p,v as m,w as h}from"./app--XdLNIMd.js";import{n as g,r as _,t as v}from"./index-CL5f6hA6.js";import{l as y,n as b,s as x,t as S}from"./form-BHw-gNnb.js";var C=u(`
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
`);function w(){let u=l(`invitation`),_=y(),[v,w]=e(T),[E,D]=e(null),O=s(),k=p.value.status===`in`,A=E?u.acceptedTitle:v?u.title:u.overTitle;a(b(_,A));let j=i.value;t(()=>w(T),[j]);async function M(){if(!v)return[];let{mandateInvitationAccept:e}=await m(C,{input:{secret:v}});return e.userErrors.length?x(e.userErrors):(g(`omavirta.invitation`,null),await d(),D(e.customer?.name??``),O.current?.focus(),[])}return p.value.status===`unknown`?r(c,{}):r(`section`,{class:`form-page`,children:[r(`h1`,{ref:O,tabIndex:-1,children:A}),E===null?v?k?r(n,{children:[r(`p`,{children:u.text}),r(S,{form:_,submit:u.accept,submitting:u.accepting,problemTitle:u.problem,onSubmit:M,children:r(`p`,{children:u.asWhom(p.value.status===`in`?p.value.viewer.account.name:``)})})]}):r(n,{children:[r(`p`,{children:u.textOut}),r(`div`,{class:`card form`,children:[r(`a`,{class:`button button-wide`,href:o(h),children:u.signIn}),r(`p`,{class:`hint`,children:u.noAccount}),r(`a`,{class:`button button-quiet button-wide`,href:f,children:u.register})]})]}):r(`p`,{children:u.overText}):r(n,{children:[r(`p`,{children:u.acceptedText(E)}),r(`p`,{children:r(`a`,{class:`button`,href:`/`,children:u.home})})]})]})}function T(){let e=_();return e&&g(`omavirta.invitation`,e),e??v(`omavirta.invitation`)}export{w as Page};