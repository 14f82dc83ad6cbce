const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/form-9nbxsXnI.js"])))=>i.map(i=>d[i]);
import{l as e}from"./data-DX79vbST.js";import{g as t,nt as n,rt as r,s as i}from"./app-BhYbjUjw.js";import{a,c as o,i as s,n as c,o as l,r as u,t as d}from"./section-Pyju4tSU.js";import{a as f,c as p,i as m,l as h,m as g,o as _,s as v,u as y}from"./form-9nbxsXnI.js";import{n as b,t as x}from"./moments-Ddk6uA1C.js";import{d as S,p as C,t as w}from"./preact-DiQsbUql.js";import{n as T,t as E}from"./new-password-BiIJZU9P.js";var D=t(`
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
`),F=`passkeys`;function I({account:e,editing:t}){let r=n(`account`).security.passkeys;return w(u,{name:F,title:r.title,lead:r.lead,editing:t,children:[e.passkeys.map(e=>w(z,{passkey:e,editing:t},e.id)),f()?w(L,{editing:t}):w(`p`,{class:`muted`,children:r.notHere})]})}function L({editing:e}){let t=n(`account`).security.passkeys,r=h(`passkey-add-`);return w(`div`,{class:`section-more`,children:[w(g,{form:r,title:t.notAdded}),w(`button`,{id:`edit-passkeys:add`,type:`button`,class:`button`,"aria-disabled":r.sending,onClick:()=>r.send(()=>R(e,t.added)),children:r.sending?t.adding:t.add})]})}async function R(e,t){let i=n(`account`).security.passkeys,[{createPasskey:a,PasskeyFailure:o},s]=await Promise.all([r(()=>import(`./webauthn-mjKrM_wn.js`),[]),l(k,{})]);if(!s?.optionsJson)return v(s?.userErrors??[]);let c;try{c=await a(s.optionsJson)}catch(e){if(e instanceof o)return[{field:null,message:i.failures[e.kind]}];throw e}let u=await l(A,{responseJson:c});return!u||u.userErrors.length?v(u?.userErrors??[]):(await e.reload(),e.finish(t,F),[])}function z({passkey:e,editing:t}){let r=n(`account`).security.passkeys,i=n(`account`).details,a=`${F}:rename-${e.id}`,o=`${F}:remove-${e.id}`;return w(c,{title:e.name,notes:`${r.made(x(e.createdAt))} · ${e.lastUsedAt?r.used(x(e.lastUsedAt)):r.neverUsed}`,actions:w(C,{children:[w(d,{name:a,editing:t,label:r.renameOf(e.name),children:r.rename}),w(d,{name:o,editing:t,label:r.removeOf(e.name),children:i.remove})]}),form:t.open===a?w(s,{name:a,editing:t,title:r.renameOf(e.name),submit:i.save,onSubmit:async n=>{let i=_(n,{name:r.nameMissing});return i.length?i:t.save(j,{id:e.id,name:p(n,`name`).trim()},r.renamed)},children:n=>w(m,{...n.field(`name`),label:r.name,hint:r.nameHint,autocomplete:`off`,initial:t.draft?.text(`name`)??e.name})}):t.open===o&&w(s,{name:o,editing:t,title:r.removeOf(e.name),submit:r.remove,danger:!0,onSubmit:()=>t.save(M,{id:e.id},r.removed),children:()=>w(`p`,{children:r.removeNote})})})}var B=`password`;function V({account:e,editing:t}){let r=n(`account`).security.password,i=`${B}:change`;return w(u,{name:B,title:r.title,editing:t,children:w(c,{title:e.hasPassword?r.there:r.none,notes:e.hasPassword?r.note:r.noneNote,actions:w(d,{name:i,editing:t,label:e.hasPassword?r.change:r.make,children:e.hasPassword?n(`account`).details.change:r.make}),form:t.open===i&&w(H,{name:i,account:e,editing:t})})})}function H({name:e,account:t,editing:r}){let i=n(`account`).security.password,[a,o]=S(t.hasPassword&&!r.draft);return w(s,{name:e,editing:r,title:t.hasPassword?i.change:i.make,submit:n(`account`).details.save,onSubmit:async e=>{let t=[...a?_(e,{oldPassword:i.oldMissing}):[],...T(e)];if(t.length)return t;let n=await r.save(O,{oldPassword:a?p(e,`oldPassword`):null,newPassword:p(e,`password`)},i.saved);return!a&&n.some(({field:e})=>e===`oldPassword`)?(o(!0),[{field:null,message:i.oldNeeded}]):n.map(e=>e.field===`newPassword`?{...e,field:`password`}:e)},children:e=>w(C,{children:[w(`input`,{class:`hidden`,type:`text`,autocomplete:`username`,value:t.userName??t.email,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),a&&w(y,{...e.field(`oldPassword`),label:i.old,autocomplete:`current-password`}),a&&t.identified&&w(U,{form:e}),w(E,{form:e}),w(`p`,{class:`hint`,children:i.endsOthers})]})})}function U({form:e}){return w(`p`,{class:`hint`,children:w(`button`,{type:`button`,class:`link`,onClick:()=>e.send(async()=>{let{proveIdentity:e}=await r(async()=>{let{proveIdentity:e}=await import(`./step-up-Cxtq-Z2c.js`);return{proveIdentity:e}},__vite__mapDeps([0]));return await e(`bank`),[]}),children:n(`account`).security.password.forgotten})})}var W=`sessions`;function G({account:e,editing:t}){let r=n(`account`).security.sessions,i=`${W}:others`,a=[...e.sessions].sort((e,t)=>Number(t.current)-Number(e.current)||t.lastSeenAt.localeCompare(e.lastSeenAt));return w(u,{name:W,title:r.title,lead:r.lead,editing:t,children:[a.map(e=>w(K,{session:e,editing:t},e.id)),a.length>2&&(t.open===i?w(s,{name:i,editing:t,title:r.endOthers,submit:r.endOthers,danger:!0,onSubmit:()=>t.save(P,{},r.othersEnded),children:()=>w(`p`,{children:r.endOthersNote})}):w(`div`,{class:`section-more`,children:w(d,{name:i,editing:t,children:r.endOthers})}))]})}function K({session:e,editing:t}){let r=n(`account`).security.sessions,i=`${W}:end-${e.id}`,a=e.device??r.unknown,o=b(e.createdAt);return w(c,{title:w(C,{children:[a,` `,e.current&&w(`span`,{class:`badge`,children:r.current})]}),notes:e.current?r.since(o):`${r.seen(b(e.lastSeenAt))} · ${r.since(o)}`,actions:!e.current&&w(d,{name:i,editing:t,label:r.endOf(a),children:r.end}),form:t.open===i&&w(s,{name:i,editing:t,title:r.endOf(a),submit:r.end,danger:!0,onSubmit:()=>t.save(N,{id:e.id},r.ended),children:()=>w(`p`,{children:r.endNote})})})}function q(){let t=e(D,{}),r=a(t.reload),s=t.data?.viewer;return t.data&&!s&&queueMicrotask(i),w(o,{title:n(`account`).details.pages.security,query:t,children:s&&w(J,{account:s.account,editing:r})})}function J(e){return w(C,{children:[w(V,{...e}),w(I,{...e}),w(G,{...e})]})}export{q as Page};