import{f as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{t as i}from"./data-oExWN6he.js";import{B as a,V as o,Z as s,g as c,s as l,z as u}from"./app-B4pTfES4.js";import{r as d,t as f}from"./customer-DoCYwfaf.js";import{n as p}from"./refresh-CfchIPpM.js";import{a as m,i as h,n as g,o as _,r as v,s as y,t as b}from"./section-CILcASLs.js";import{c as x,i as S,o as C,s as w}from"./form-DUbREzMu.js";import{t as T}from"./moments-ByGWQBAa.js";import{t as E}from"./options-field-CU5ub3_U.js";var D=c(`
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
`),O=c(`
  mutation MandateUpdate($input: MandateUpdateInput!) {
    mandateUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=c(`
  mutation MandateDelete($input: MandateDeleteInput!) {
    mandateDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),A=c(`
  mutation MandateRequestApprove($input: MandateRequestApproveInput!) {
    mandateRequestApprove(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=c(`
  mutation MandateRequestDecline($input: MandateRequestDeclineInput!) {
    mandateRequestDecline(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=c(`
  mutation MandateInvitationCreate($input: MandateInvitationCreateInput!) {
    mandateInvitationCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=c(`
  mutation MandateInvitationDelete($input: MandateInvitationDeleteInput!) {
    mandateInvitationDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=[`ADMINISTRATOR`,`READER`];function F({form:e,editing:t,initial:n}){let i=s(`account`).users.roles;return r(E,{...e.field(`role`),type:`radio`,legend:i.label,options:P.map(e=>({value:e,...i[e]})),chosen:[t.draft?.text(`role`)??n]})}function I(e){return e.get(`role`)===`ADMINISTRATOR`?`ADMINISTRATOR`:`READER`}var L=`invitations`;function R({company:e,editing:t}){let n=s(`account`).users.invitations,i=`${L}:add`;return r(v,{name:L,title:n.title,lead:n.lead,editing:t,children:[e.mandateInvitations.map(e=>r(z,{invitation:e,editing:t},e.id)),t.open===i?r(B,{name:i,company:e,editing:t}):r(`div`,{class:`section-more`,children:r(b,{name:i,editing:t,class:`button`,children:n.invite})})]})}function z({invitation:e,editing:t}){let n=s(`account`).users.invitations,{roles:i}=s(`account`).users,a=`${L}:withdraw-${e.id}`;return r(g,{title:e.email,notes:r(`span`,{class:`row-line`,children:[i[e.role].text,` · `,n.sent(T(e.createdAt)),` · `,n.until(T(e.expiresAt))]}),actions:r(b,{name:a,editing:t,label:n.withdrawOf(e.email),children:n.withdraw}),form:t.open===a&&r(h,{name:a,editing:t,title:n.withdrawOf(e.email),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(N,{id:e.id},n.withdrawn),children:()=>r(`p`,{children:n.withdrawNote})})})}function B({name:e,company:t,editing:i}){let a=s(`account`).users.invitations;return r(h,{name:e,editing:i,title:a.invite,submit:a.send,onSubmit:async e=>{let n=C(e,{email:a.emailMissing});if(n.length)return n;let r=x(e,`email`).trim();return i.save(M,{customer:t.id,email:r,role:I(e)},a.wasSent(r))},children:e=>r(n,{children:[r(S,{...e.field(`email`),label:a.email,hint:a.emailHint,autocomplete:`off`,inputmode:`email`,initial:i.draft?.text(`email`)}),r(F,{form:e,editing:i,initial:`READER`})]})})}var V=`mandates`;function H({company:e,editing:t}){let n=s(`account`).users,i=e.role===`READER`;return r(v,{name:V,title:n.mandates.title,lead:i?n.readerWhy:void 0,editing:t,children:e.mandates.map(n=>r(U,{mandate:n,company:e,editing:t},n.id))})}function U(e){let t=s(`account`).users.mandates,{roles:i}=s(`account`).users,a=s(`account`).details,{mandate:c,company:l,editing:u}=e,d=`${V}:role-${c.id}`,f=`${V}:remove-${c.id}`;async function m(){if(!c.own)return u.save(k,{id:c.id},t.removed(c.name));let e=await _(k,{id:c.id});return!e||e.userErrors.length?w(e?.userErrors??[]):(o(`/`,{replace:!0}),await p(),[])}return r(g,{title:r(n,{children:[c.name,` `,c.own&&r(`span`,{class:`badge`,children:t.own})]}),notes:r(n,{children:[r(`span`,{class:`row-line`,children:c.email}),r(`span`,{class:`row-line`,children:[i[c.role].text,` · `,t.since(T(c.createdAt))]})]}),actions:r(n,{children:[l.role===`ADMINISTRATOR`&&r(b,{name:d,editing:u,label:t.changeOf(c.name),children:t.change}),r(b,{name:f,editing:u,label:c.own?t.leave:t.removeOf(c.name),children:a.remove})]}),form:u.open===d?r(h,{name:d,editing:u,title:t.changeOf(c.name),submit:a.save,onSubmit:e=>u.save(O,{id:c.id,role:I(e)},t.changed(c.name)),children:e=>r(n,{children:[c.own&&r(`p`,{children:t.ownNote}),r(F,{form:e,editing:u,initial:c.role})]})}):u.open===f&&r(h,{name:f,editing:u,title:c.own?t.leave:t.removeOf(c.name),submit:c.own?t.leave:t.remove,danger:!0,onSubmit:m,children:()=>r(`p`,{children:c.own?t.leaveNote(l.name):t.removeNote})})})}var W=`requests`;function G({company:e,editing:t}){let n=s(`account`).users.requests;return!e.mandateRequests.length&&t.said?.section!==W?null:r(v,{name:W,title:n.title,lead:e.mandateRequests.length?n.lead:void 0,editing:t,children:e.mandateRequests.map(e=>r(K,{request:e,editing:t},e.id))})}function K({request:e,editing:t}){let i=s(`account`).users.requests,a=`${W}:approve-${e.id}`,o=`${W}:decline-${e.id}`;return r(g,{title:e.name,notes:r(n,{children:[r(`span`,{class:`row-line`,children:e.email}),r(`span`,{class:`row-line`,children:i.asked(T(e.createdAt))})]}),actions:r(n,{children:[r(b,{name:a,editing:t,label:i.approveOf(e.name),class:`button`,children:i.approve}),r(b,{name:o,editing:t,label:i.declineOf(e.name),children:i.decline})]}),form:t.open===a?r(h,{name:a,editing:t,title:i.approveOf(e.name),submit:i.approve,onSubmit:n=>t.save(A,{id:e.id,role:I(n)},i.approved(e.name)),children:e=>r(F,{form:e,editing:t,initial:`READER`})}):t.open===o&&r(h,{name:o,editing:t,title:i.declineOf(e.name),submit:i.decline,danger:!0,onSubmit:()=>t.save(j,{id:e.id},i.declined(e.name)),children:()=>r(`p`,{children:i.declineNote})})})}function q({params:n}){let o=s(`account`).users,c=n.customerId??``,h=i(D,e(()=>({id:c}),[c])),g=m(h.reload),_=u();h.data&&!h.data.viewer&&queueMicrotask(l);let v=h.data?.node,b=v&&`mandates`in v&&v.kind===`COMPANY`?v:null,x=h.data?.viewer&&!b;return t(()=>{b?f(b.id):x&&d.peek().some(e=>e.id===c)&&p()},[b?.id,x]),a(...b?[b.name]:[],x?o.missing.title:o.title),r(`div`,{class:`details-body`,children:[r(`h1`,{ref:_,tabIndex:-1,children:[x?o.missing.title:o.title,b&&r(`span`,{class:`h1-of`,children:b.name})]}),r(y,{query:h,children:b?r(J,{company:b,editing:g}):r(`section`,{class:`card prose`,children:[r(`p`,{children:o.missing.text}),r(`a`,{class:`button`,href:`/`,children:o.missing.home})]})})]})}function J(e){return e.company.role===`READER`?r(H,{...e}):r(n,{children:[r(G,{...e}),r(H,{...e}),r(R,{...e})]})}export{q as Page};