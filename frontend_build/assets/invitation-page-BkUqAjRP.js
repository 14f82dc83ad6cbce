import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{F as i,G as a,L as o,O as s,R as c,V as l,Y as u,g as d,i as f,o as p,v as m,w as h}from"./app-DOmY8vkv.js";import{n as g,r as _,t as v}from"./index-DN_qL-sS.js";import{l as y,n as b,s as x,t as S}from"./form-Dk_mbDxR.js";var C=d(`
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
`);function w(){let d=u(`invitation`),_=y(),[v,w]=e(T),[E,D]=e(null),O=o(),k=p.value.status===`in`,A=E?d.acceptedTitle:v?d.title:d.overTitle;c(b(_,A));let j=l.value;t(()=>w(T),[j]);async function M(){if(!v)return[];let{mandateInvitationAccept:e}=await m(C,{input:{secret:v}});return e.userErrors.length?x(e.userErrors):(g(`omavirta.invitation`,null),await f(),D(e.customer?.name??``),O.current?.focus(),[])}return p.value.status===`unknown`?r(a,{}):r(`section`,{class:`form-page`,children:[r(`h1`,{ref:O,tabIndex:-1,children:A}),E===null?v?k?r(n,{children:[r(`p`,{children:d.text}),r(S,{form:_,submit:d.accept,submitting:d.accepting,problemTitle:d.problem,onSubmit:M,children:r(`p`,{children:d.asWhom(p.value.status===`in`?p.value.viewer.account.name:``)})})]}):r(n,{children:[r(`p`,{children:d.textOut}),r(`div`,{class:`card form`,children:[r(`a`,{class:`button button-wide`,href:i(h),children:d.signIn}),r(`p`,{class:`hint`,children:d.noAccount}),r(`a`,{class:`button button-quiet button-wide`,href:s,children:d.register})]})]}):r(`p`,{children:d.overText}):r(n,{children:[r(`p`,{children:d.acceptedText(E)}),r(`p`,{children:r(`a`,{class:`button`,href:`/`,children:d.home})})]})]})}function T(){let e=_();return e&&g(`omavirta.invitation`,e),e??v(`omavirta.invitation`)}export{w as Page};