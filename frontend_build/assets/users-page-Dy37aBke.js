import{f as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{f as i,l as a,u as o}from"./data-DX79vbST.js";import{G as s,U as c,W as l,g as u,nt as d,s as f}from"./app-BhYbjUjw.js";import{n as p}from"./refresh-DdJhRq9P.js";import{a as m,i as h,n as g,o as _,r as v,s as y,t as b}from"./section-Pyju4tSU.js";import{c as x,i as S,o as C,s as w}from"./form-9nbxsXnI.js";import{t as T}from"./moments-Ddk6uA1C.js";import{t as E}from"./options-field-DvVNSh10.js";var D=u(`
  query Users($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      ... on Customer {
        id
        kind
        name
        role
        mandates {
          id
          name
          email
          role
          createdAt
          own
        }
        mandateRequests {
          id
          name
          email
          createdAt
        }
        mandateInvitations {
          id
          email
          role
          createdAt
          expiresAt
        }
      }
    }
  }
`),O=u(`
  mutation MandateUpdate($input: MandateUpdateInput!) {
    mandateUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=u(`
  mutation MandateDelete($input: MandateDeleteInput!) {
    mandateDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),A=u(`
  mutation MandateRequestApprove($input: MandateRequestApproveInput!) {
    mandateRequestApprove(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=u(`
  mutation MandateRequestDecline($input: MandateRequestDeclineInput!) {
    mandateRequestDecline(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=u(`
  mutation MandateInvitationCreate($input: MandateInvitationCreateInput!) {
    mandateInvitationCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=u(`
  mutation MandateInvitationDelete($input: MandateInvitationDeleteInput!) {
    mandateInvitationDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=[`ADMINISTRATOR`,`READER`];function F({form:e,editing:t,initial:n}){let i=d(`account`).users.roles;return r(E,{...e.field(`role`),type:`radio`,legend:i.label,options:P.map(e=>({value:e,...i[e]})),chosen:[t.draft?.text(`role`)??n]})}function I(e){return e.get(`role`)===`ADMINISTRATOR`?`ADMINISTRATOR`:`READER`}var L=`invitations`;function R({company:e,editing:t}){let n=d(`account`).users.invitations,i=`${L}:add`;return r(v,{name:L,title:n.title,lead:n.lead,editing:t,children:[e.mandateInvitations.map(e=>r(z,{invitation:e,editing:t},e.id)),t.open===i?r(B,{name:i,company:e,editing:t}):r(`div`,{class:`section-more`,children:r(b,{name:i,editing:t,class:`button`,children:n.invite})})]})}function z({invitation:e,editing:t}){let n=d(`account`).users.invitations,{roles:i}=d(`account`).users,a=`${L}:withdraw-${e.id}`;return r(g,{title:e.email,notes:r(`span`,{class:`row-line`,children:[i[e.role].text,` · `,n.sent(T(e.createdAt)),` · `,n.until(T(e.expiresAt))]}),actions:r(b,{name:a,editing:t,label:n.withdrawOf(e.email),children:n.withdraw}),form:t.open===a&&r(h,{name:a,editing:t,title:n.withdrawOf(e.email),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(N,{id:e.id},n.withdrawn),children:()=>r(`p`,{children:n.withdrawNote})})})}function B({name:e,company:t,editing:i}){let a=d(`account`).users.invitations;return r(h,{name:e,editing:i,title:a.invite,submit:a.send,onSubmit:async e=>{let n=C(e,{email:a.emailMissing});if(n.length)return n;let r=x(e,`email`).trim();return i.save(M,{customer:t.id,email:r,role:I(e)},a.wasSent(r))},children:e=>r(n,{children:[r(S,{...e.field(`email`),label:a.email,hint:a.emailHint,autocomplete:`off`,inputmode:`email`,initial:i.draft?.text(`email`)}),r(F,{form:e,editing:i,initial:`READER`})]})})}var V=`mandates`;function H({company:e,editing:t}){let n=d(`account`).users,i=e.role===`READER`;return r(v,{name:V,title:n.mandates.title,lead:i?n.readerWhy:void 0,editing:t,children:e.mandates.map(n=>r(U,{mandate:n,company:e,editing:t},n.id))})}function U(e){let t=d(`account`).users.mandates,{roles:i}=d(`account`).users,a=d(`account`).details,{mandate:o,company:c,editing:l}=e,u=`${V}:role-${o.id}`,f=`${V}:remove-${o.id}`;async function m(){if(!o.own)return l.save(k,{id:o.id},t.removed(o.name));let e=await _(k,{id:o.id});return!e||e.userErrors.length?w(e?.userErrors??[]):(s(`/`,{replace:!0}),await p(),[])}return r(g,{title:r(n,{children:[o.name,` `,o.own&&r(`span`,{class:`badge`,children:t.own})]}),notes:r(n,{children:[r(`span`,{class:`row-line`,children:o.email}),r(`span`,{class:`row-line`,children:[i[o.role].text,` · `,t.since(T(o.createdAt))]})]}),actions:r(n,{children:[c.role===`ADMINISTRATOR`&&r(b,{name:u,editing:l,label:t.changeOf(o.name),children:t.change}),r(b,{name:f,editing:l,label:o.own?t.leave:t.removeOf(o.name),children:a.remove})]}),form:l.open===u?r(h,{name:u,editing:l,title:t.changeOf(o.name),submit:a.save,onSubmit:e=>l.save(O,{id:o.id,role:I(e)},t.changed(o.name)),children:e=>r(n,{children:[o.own&&r(`p`,{children:t.ownNote}),r(F,{form:e,editing:l,initial:o.role})]})}):l.open===f&&r(h,{name:f,editing:l,title:o.own?t.leave:t.removeOf(o.name),submit:o.own?t.leave:t.remove,danger:!0,onSubmit:m,children:()=>r(`p`,{children:o.own?t.leaveNote(c.name):t.removeNote})})})}var W=`requests`;function G({company:e,editing:t}){let n=d(`account`).users.requests;return!e.mandateRequests.length&&t.said?.section!==W?null:r(v,{name:W,title:n.title,lead:e.mandateRequests.length?n.lead:void 0,editing:t,children:e.mandateRequests.map(e=>r(K,{request:e,editing:t},e.id))})}function K({request:e,editing:t}){let i=d(`account`).users.requests,a=`${W}:approve-${e.id}`,o=`${W}:decline-${e.id}`;return r(g,{title:e.name,notes:r(n,{children:[r(`span`,{class:`row-line`,children:e.email}),r(`span`,{class:`row-line`,children:i.asked(T(e.createdAt))})]}),actions:r(n,{children:[r(b,{name:a,editing:t,label:i.approveOf(e.name),class:`button`,children:i.approve}),r(b,{name:o,editing:t,label:i.declineOf(e.name),children:i.decline})]}),form:t.open===a?r(h,{name:a,editing:t,title:i.approveOf(e.name),submit:i.approve,onSubmit:n=>t.save(A,{id:e.id,role:I(n)},i.approved(e.name)),children:e=>r(F,{form:e,editing:t,initial:`READER`})}):t.open===o&&r(h,{name:o,editing:t,title:i.declineOf(e.name),submit:i.decline,danger:!0,onSubmit:()=>t.save(j,{id:e.id},i.declined(e.name)),children:()=>r(`p`,{children:i.declineNote})})})}function q({params:n}){let s=d(`account`).users,u=n.customerId??``,h=a(D,e(()=>({id:u}),[u])),g=m(h.reload),_=c();h.data&&!h.data.viewer&&queueMicrotask(f);let v=h.data?.node,b=v&&`mandates`in v&&v.kind===`COMPANY`?v:null,x=h.data?.viewer&&!b;return t(()=>{b?o(b.id):x&&i.peek().some(e=>e.id===u)&&p()},[b?.id,x]),l(...b?[b.name]:[],x?s.missing.title:s.title),r(`div`,{class:`details-body`,children:[r(`h1`,{ref:_,tabIndex:-1,children:[x?s.missing.title:s.title,b&&r(`span`,{class:`h1-of`,children:b.name})]}),r(y,{query:h,children:b?r(J,{company:b,editing:g}):r(`section`,{class:`card prose`,children:[r(`p`,{children:s.missing.text}),r(`a`,{class:`button`,href:`/`,children:s.missing.home})]})})]})}function J(e){return e.company.role===`READER`?r(H,{...e}):r(n,{children:[r(G,{...e}),r(H,{...e}),r(R,{...e})]})}export{q as Page};