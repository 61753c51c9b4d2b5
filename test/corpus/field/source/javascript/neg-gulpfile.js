const gulp = require('gulp');
gulp.task('img', () => gulp.src('img/404.png').pipe(resize({ width: 500, height: 429 })).pipe(gulp.dest('dist/503')));
gulp.task('serve', () => connect.server({ port: 4040, livereload: { port: 40429 } }));
