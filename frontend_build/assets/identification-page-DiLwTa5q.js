import{G as e,L as t,N as n,P as r,V as i,b as a,g as o,o as s}from"./app-D6tMOJo9.js";import{i as c}from"./data-jtvYvQm6.js";import{r as l}from"./form-DXgCkZqC.js";import{t as u}from"./phones-DAELRFWe.js";import{t as d}from"./preact-DiQsbUql.js";var f=o(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`),p={peruttu:`cancelled`,vanhentunut:`expired`,"ei-vastausta":`noAnswer`,hylatty:`refused`,"eri-henkilo":`otherPerson`,lukittu:`locked`};function m(){let o=e(`identification`),m=p[t.value.query.get(`syy`)??``]??`refused`,{title:h,text:g,next:_}=o.reasons[m],v=s.value.status===`in`,y=n(),{data:b}=c(f,{},{spoken:!0});return r(h),s.value.status===`unknown`?d(i,{}):d(`section`,{class:`form-page`,children:[d(`h1`,{ref:y,tabIndex:-1,children:h}),d(`p`,{children:g}),d(`p`,{children:_}),v?d(`a`,{class:`button button-wide`,href:a,children:o.toDetails}):m!==`locked`&&d(`div`,{class:`card form`,children:[d(l,{purpose:`SIGN_IN`,returnTo:`/`,label:o.again}),d(`a`,{class:`button button-quiet button-wide`,href:`/kirjaudu`,children:o.otherWay})]}),b&&d(`section`,{class:`service`,children:[d(`h2`,{class:`part-title`,children:o.service}),d(u,{phones:b.retailer.phones})]})]})}export{m as Page};