const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/form-BHw-gNnb.js"])))=>i.map(i=>d[i]);
import{l as e}from"./data-0wsBdGin.js";import{et as t,g as n,s as r,tt as i}from"./app--XdLNIMd.js";import{a,c as o,i as s,n as c,o as l,r as u,t as d}from"./section-BoWcjlR8.js";import{a as f,c as p,i as m,l as h,m as g,o as _,s as v,u as y}from"./form-BHw-gNnb.js";import{n as b,t as x}from"./moments-Di2LJxts.js";import{d as S,p as C,t as w}from"./preact-DiQsbUql.js";import{n as T,t as E}from"./new-password-BiYhwNtD.js";var D=n(`
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
`),O=n(`
  mutation PasswordUpdate($input: PasswordUpdateInput!) {
    passwordUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=n(`
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
`),A=n(`
  mutation PasskeyCreate($input: PasskeyCreateInput!) {
    passkeyCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=n(`
  mutation PasskeyUpdate($input: PasskeyUpdateInput!) {
    passkeyUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=n(`
  mutation PasskeyDelete($input: PasskeyDeleteInput!) {
    passkeyDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=n(`
  mutation SessionDelete($input: SessionDeleteInput!) {
    sessionDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=n(`
  mutation OtherSessionsDelete($input: OtherSessionsDeleteInput!) {
    otherSessionsDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=`passkeys`;function I({account:e,editing:n}){let r=t(`account`).security.passkeys;return w(u,{name:F,title:r.title,lead:r.lead,editing:n,children:[e.passkeys.map(e=>w(z,{passkey:e,editing:n},e.id)),f()?w(L,{editing:n}):w(`p`,{class:`muted`,children:r.notHere})]})}function L({editing:e}){let n=t(`account`).security.passkeys,r=h(`passkey-add-`);return w(`div`,{class:`section-more`,children:[w(g,{form:r,title:n.notAdded}),w(`button`,{id:`edit-passkeys:add`,type:`button`,class:`button`,"aria-disabled":r.sending,onClick:()=>r.send(()=>R(e,n.added)),children:r.sending?n.adding:n.add})]})}async function R(e,n){let r=t(`account`).security.passkeys,[{createPasskey:a,PasskeyFailure:o},s]=await Promise.all([i(()=>import(`./webauthn-mjKrM_wn.js`),[]),l(k,{})]);if(!s?.optionsJson)return v(s?.userErrors??[]);let c;try{c=await a(s.optionsJson)}catch(e){if(e instanceof o)return[{field:null,message:r.failures[e.kind]}];throw e}let u=await l(A,{responseJson:c});return!u||u.userErrors.length?v(u?.userErrors??[]):(await e.reload(),e.finish(n,F),[])}function z({passkey:e,editing:n}){let r=t(`account`).security.passkeys,i=t(`account`).details,a=`${F}:rename-${e.id}`,o=`${F}:remove-${e.id}`;return w(c,{title:e.name,notes:`${r.made(x(e.createdAt))} · ${e.lastUsedAt?r.used(x(e.lastUsedAt)):r.neverUsed}`,actions:w(C,{children:[w(d,{name:a,editing:n,label:r.renameOf(e.name),children:r.rename}),w(d,{name:o,editing:n,label:r.removeOf(e.name),children:i.remove})]}),form:n.open===a?w(s,{name:a,editing:n,title:r.renameOf(e.name),submit:i.save,onSubmit:async t=>{let i=_(t,{name:r.nameMissing});return i.length?i:n.save(j,{id:e.id,name:p(t,`name`).trim()},r.renamed)},children:t=>w(m,{...t.field(`name`),label:r.name,hint:r.nameHint,autocomplete:`off`,initial:n.draft?.text(`name`)??e.name})}):n.open===o&&w(s,{name:o,editing:n,title:r.removeOf(e.name),submit:r.remove,danger:!0,onSubmit:()=>n.save(M,{id:e.id},r.removed),children:()=>w(`p`,{children:r.removeNote})})})}var B=`password`;function V({account:e,editing:n}){let r=t(`account`).security.password,i=`${B}:change`;return w(u,{name:B,title:r.title,editing:n,children:w(c,{title:e.hasPassword?r.there:r.none,notes:e.hasPassword?r.note:r.noneNote,actions:w(d,{name:i,editing:n,label:e.hasPassword?r.change:r.make,children:e.hasPassword?t(`account`).details.change:r.make}),form:n.open===i&&w(H,{name:i,account:e,editing:n})})})}function H({name:e,account:n,editing:r}){let i=t(`account`).security.password,[a,o]=S(n.hasPassword&&!r.draft);return w(s,{name:e,editing:r,title:n.hasPassword?i.change:i.make,submit:t(`account`).details.save,onSubmit:async e=>{let t=[...a?_(e,{oldPassword:i.oldMissing}):[],...T(e)];if(t.length)return t;let n=await r.save(O,{oldPassword:a?p(e,`oldPassword`):null,newPassword:p(e,`password`)},i.saved);return!a&&n.some(({field:e})=>e===`oldPassword`)?(o(!0),[{field:null,message:i.oldNeeded}]):n.map(e=>e.field===`newPassword`?{...e,field:`password`}:e)},children:e=>w(C,{children:[w(`input`,{class:`hidden`,type:`text`,autocomplete:`username`,value:n.userName??n.email,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),a&&w(y,{...e.field(`oldPassword`),label:i.old,autocomplete:`current-password`}),a&&n.identified&&w(U,{form:e}),w(E,{form:e}),w(`p`,{class:`hint`,children:i.endsOthers})]})})}function U({form:e}){return w(`p`,{class:`hint`,children:w(`button`,{type:`button`,class:`link`,onClick:()=>e.send(async()=>{let{proveIdentity:e}=await i(async()=>{let{proveIdentity:e}=await import(`./step-up-kxXXzm7T.js`);return{proveIdentity:e}},__vite__mapDeps([0]));return await e(`bank`),[]}),children:t(`account`).security.password.forgotten})})}var W=`sessions`;function G({account:e,editing:n}){let r=t(`account`).security.sessions,i=`${W}:others`,a=[...e.sessions].sort((e,t)=>Number(t.current)-Number(e.current)||t.lastSeenAt.localeCompare(e.lastSeenAt));return w(u,{name:W,title:r.title,lead:r.lead,editing:n,children:[a.map(e=>w(K,{session:e,editing:n},e.id)),a.length>2&&(n.open===i?w(s,{name:i,editing:n,title:r.endOthers,submit:r.endOthers,danger:!0,onSubmit:()=>n.save(P,{},r.othersEnded),children:()=>w(`p`,{children:r.endOthersNote})}):w(`div`,{class:`section-more`,children:w(d,{name:i,editing:n,children:r.endOthers})}))]})}function K({session:e,editing:n}){let r=t(`account`).security.sessions,i=`${W}:end-${e.id}`,a=e.device??r.unknown,o=b(e.createdAt);return w(c,{title:w(C,{children:[a,` `,e.current&&w(`span`,{class:`badge`,children:r.current})]}),notes:e.current?r.since(o):`${r.seen(b(e.lastSeenAt))} · ${r.since(o)}`,actions:!e.current&&w(d,{name:i,editing:n,label:r.endOf(a),children:r.end}),form:n.open===i&&w(s,{name:i,editing:n,title:r.endOf(a),submit:r.end,danger:!0,onSubmit:()=>n.save(N,{id:e.id},r.ended),children:()=>w(`p`,{children:r.endNote})})})}function q(){let n=e(D,{}),i=a(n.reload),s=n.data?.viewer;return n.data&&!s&&queueMicrotask(r),w(o,{title:t(`account`).details.pages.security,query:n,children:s&&w(J,{account:s.account,editing:i})})}function J(e){return w(C,{children:[w(V,{...e}),w(I,{...e}),w(G,{...e})]})}export{q as Page};