const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/form-DI8wPJhX.js"])))=>i.map(i=>d[i]);
import{l as e}from"./data-DKIEJbCy.js";import{g as t,nt as n,s as r,tt as i}from"./app-WgkoDno2.js";import{a,c as o,i as s,n as c,o as l,r as u,t as d}from"./section-AREMJUhl.js";import{a as f,c as p,i as m,l as h,m as g,o as _,s as v,u as y}from"./form-DI8wPJhX.js";import{n as b,t as x}from"./moments-BXOXb380.js";import{d as S,p as C,t as w}from"./preact-DiQsbUql.js";import{n as T,t as E}from"./new-password-DRUx2O_s.js";var D=t(`
  query Security {
    viewer {
      account {
        id
        email
        userName
        hasPassword
        identified
        passkeys {
          id
          name
          createdAt
          lastUsedAt
        }
        sessions {
          id
          current
          device
          createdAt
          lastSeenAt
        }
      }
    }
  }
`),O=t(`
  mutation PasswordUpdate($input: PasswordUpdateInput!) {
    passwordUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=t(`
  mutation PasskeyRequest($input: PasskeyCreateRequestInput!) {
    passkeyCreateRequest(input: $input) {
      optionsJson
      userErrors {
        field
        code
        message
      }
    }
  }
`),A=t(`
  mutation PasskeyCreate($input: PasskeyCreateInput!) {
    passkeyCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=t(`
  mutation PasskeyUpdate($input: PasskeyUpdateInput!) {
    passkeyUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=t(`
  mutation PasskeyDelete($input: PasskeyDeleteInput!) {
    passkeyDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=t(`
  mutation SessionDelete($input: SessionDeleteInput!) {
    sessionDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=t(`
  mutation OtherSessionsDelete($input: OtherSessionsDeleteInput!) {
    otherSessionsDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=`passkeys`;function I({account:e,editing:t}){let n=i(`account`).security.passkeys;return w(u,{name:F,title:n.title,lead:n.lead,editing:t,children:[e.passkeys.map(e=>w(z,{passkey:e,editing:t},e.id)),f()?w(L,{editing:t}):w(`p`,{class:`muted`,children:n.notHere})]})}function L({editing:e}){let t=i(`account`).security.passkeys,n=h(`passkey-add-`);return w(`div`,{class:`section-more`,children:[w(g,{form:n,title:t.notAdded}),w(`button`,{id:`edit-passkeys:add`,type:`button`,class:`button`,"aria-disabled":n.sending,onClick:()=>n.send(()=>R(e,t.added)),children:n.sending?t.adding:t.add})]})}async function R(e,t){let r=i(`account`).security.passkeys,[{createPasskey:a,PasskeyFailure:o},s]=await Promise.all([n(()=>import(`./webauthn-mjKrM_wn.js`),[]),l(k,{})]);if(!s?.optionsJson)return v(s?.userErrors??[]);let c;try{c=await a(s.optionsJson)}catch(e){if(e instanceof o)return[{field:null,message:r.failures[e.kind]}];throw e}let u=await l(A,{responseJson:c});return!u||u.userErrors.length?v(u?.userErrors??[]):(await e.reload(),e.finish(t,F),[])}function z({passkey:e,editing:t}){let n=i(`account`).security.passkeys,r=i(`account`).details,a=`${F}:rename-${e.id}`,o=`${F}:remove-${e.id}`;return w(c,{title:e.name,notes:`${n.made(x(e.createdAt))} · ${e.lastUsedAt?n.used(x(e.lastUsedAt)):n.neverUsed}`,actions:w(C,{children:[w(d,{name:a,editing:t,label:n.renameOf(e.name),children:n.rename}),w(d,{name:o,editing:t,label:n.removeOf(e.name),children:r.remove})]}),form:t.open===a?w(s,{name:a,editing:t,title:n.renameOf(e.name),submit:r.save,onSubmit:async r=>{let i=_(r,{name:n.nameMissing});return i.length?i:t.save(j,{id:e.id,name:p(r,`name`).trim()},n.renamed)},children:r=>w(m,{...r.field(`name`),label:n.name,hint:n.nameHint,autocomplete:`off`,initial:t.draft?.text(`name`)??e.name})}):t.open===o&&w(s,{name:o,editing:t,title:n.removeOf(e.name),submit:n.remove,danger:!0,onSubmit:()=>t.save(M,{id:e.id},n.removed),children:()=>w(`p`,{children:n.removeNote})})})}var B=`password`;function V({account:e,editing:t}){let n=i(`account`).security.password,r=`${B}:change`;return w(u,{name:B,title:n.title,editing:t,children:w(c,{title:e.hasPassword?n.there:n.none,notes:e.hasPassword?n.note:n.noneNote,actions:w(d,{name:r,editing:t,label:e.hasPassword?n.change:n.make,children:e.hasPassword?i(`account`).details.change:n.make}),form:t.open===r&&w(H,{name:r,account:e,editing:t})})})}function H({name:e,account:t,editing:n}){let r=i(`account`).security.password,[a,o]=S(t.hasPassword&&!n.draft);return w(s,{name:e,editing:n,title:t.hasPassword?r.change:r.make,submit:i(`account`).details.save,onSubmit:async e=>{let t=[...a?_(e,{oldPassword:r.oldMissing}):[],...T(e)];if(t.length)return t;let i=await n.save(O,{oldPassword:a?p(e,`oldPassword`):null,newPassword:p(e,`password`)},r.saved);return!a&&i.some(({field:e})=>e===`oldPassword`)?(o(!0),[{field:null,message:r.oldNeeded}]):i.map(e=>e.field===`newPassword`?{...e,field:`password`}:e)},children:e=>w(C,{children:[w(`input`,{class:`hidden`,type:`text`,autocomplete:`username`,value:t.userName??t.email,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),a&&w(y,{...e.field(`oldPassword`),label:r.old,autocomplete:`current-password`}),a&&t.identified&&w(U,{form:e}),w(E,{form:e}),w(`p`,{class:`hint`,children:r.endsOthers})]})})}function U({form:e}){return w(`p`,{class:`hint`,children:w(`button`,{type:`button`,class:`link`,onClick:()=>e.send(async()=>{let{proveIdentity:e}=await n(async()=>{let{proveIdentity:e}=await import(`./step-up-BMC7n75M.js`);return{proveIdentity:e}},__vite__mapDeps([0]));return await e(`bank`),[]}),children:i(`account`).security.password.forgotten})})}var W=`sessions`;function G({account:e,editing:t}){let n=i(`account`).security.sessions,r=`${W}:others`,a=[...e.sessions].sort((e,t)=>Number(t.current)-Number(e.current)||t.lastSeenAt.localeCompare(e.lastSeenAt));return w(u,{name:W,title:n.title,lead:n.lead,editing:t,children:[a.map(e=>w(K,{session:e,editing:t},e.id)),a.length>2&&(t.open===r?w(s,{name:r,editing:t,title:n.endOthers,submit:n.endOthers,danger:!0,onSubmit:()=>t.save(P,{},n.othersEnded),children:()=>w(`p`,{children:n.endOthersNote})}):w(`div`,{class:`section-more`,children:w(d,{name:r,editing:t,children:n.endOthers})}))]})}function K({session:e,editing:t}){let n=i(`account`).security.sessions,r=`${W}:end-${e.id}`,a=e.device??n.unknown,o=b(e.createdAt);return w(c,{title:w(C,{children:[a,` `,e.current&&w(`span`,{class:`badge`,children:n.current})]}),notes:e.current?n.since(o):`${n.seen(b(e.lastSeenAt))} · ${n.since(o)}`,actions:!e.current&&w(d,{name:r,editing:t,label:n.endOf(a),children:n.end}),form:t.open===r&&w(s,{name:r,editing:t,title:n.endOf(a),submit:n.end,danger:!0,onSubmit:()=>t.save(N,{id:e.id},n.ended),children:()=>w(`p`,{children:n.endNote})})})}function q(){let t=e(D,{}),n=a(t.reload),s=t.data?.viewer;return t.data&&!s&&queueMicrotask(r),w(o,{title:i(`account`).details.pages.security,query:t,children:s&&w(J,{account:s.account,editing:n})})}function J(e){return w(C,{children:[w(V,{...e}),w(I,{...e}),w(G,{...e})]})}export{q as Page};