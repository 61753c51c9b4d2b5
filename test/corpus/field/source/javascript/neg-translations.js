export default {
  notFound: 'The page was not found',
  frozen: 'This account is frozen',
  limit: 'At most 500 MB',
  rooms: '404 rooms free',
};
