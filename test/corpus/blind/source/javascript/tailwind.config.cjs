const colors = require('tailwindcss/colors');

/** @type {import('tailwindcss').Config} */
module.exports = {
  content: ['./src/**/*.{js,jsx}', './pages/404.jsx', './pages/500.jsx'],
  theme: {
    screens: { sm: '400px', md: '500px', lg: '1024px' },
    extend: {
      colors: {
        brand: { 400: '#38bdf8', 500: '#0ea5e9', 600: '#0284c7' },
        ink: colors.slate[500],
        paper: colors.stone[50],
      },
      fontWeight: { normal: 400, medium: 500 },
      transitionDuration: { 400: '400ms', 500: '500ms' },
      spacing: { 88: '22rem', 128: '32rem' },
      zIndex: { 404: '404', 500: '500' },
      maxWidth: { prose: '500px', page: '1404px' },
      opacity: { 32: '.32', 64: '.64' },
    },
  },
  safelist: ['bg-red-400', 'bg-red-500', 'text-gray-400', 'w-[503px]'],
};
