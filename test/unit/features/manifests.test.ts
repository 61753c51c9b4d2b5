import { describe, expect, it } from 'vitest';
import { dependsOn } from '../../../server/manifests';

describe('the manifests', () => {
  it.each([
    ['requirements.txt', 'tenacity==8.2\n', 'tenacity'],
    ['requirements.txt', 'httpx[http2] >= 0.27\nPython_Twitter # client\n', 'python-twitter'],
    ['pyproject.toml', '[tool.poetry.dependencies]\nbackoff = "^2.2"\n', 'backoff'],
    ['pyproject.toml', '[project]\ndependencies = [\n  "httpx[http2]>=1",\n  "tweepy~=4.14", # posts\n]\n', 'tweepy'],
    ['pyproject.toml', '[project.optional-dependencies]\nx = ["twarc"]\n', 'twarc'],
    ['pyproject.toml', '[dependency-groups]\ntest = [\n  "pytest",\n  "twarc>=2",\n]\n', 'twarc'],
    ['Pipfile', '[packages]\ntweepy = "*"\n', 'tweepy'],
    ['setup.cfg', '[options]\ninstall_requires =\n    requests\n    tweepy>=4\n', 'tweepy'],
    ['setup.cfg', '[options.extras_require]\nsocial = tweepy\n[flake8]\nmax = 9\n', 'tweepy'],
    ['setup.py', "REQUIRES = [\n  'httpx[http2]',\n  'tweepy>=4',\n]\nsetup(install_requires=REQUIRES)", 'tweepy'],
    ['go.mod', 'require github.com/cenkalti/backoff/v4 v4.1.3\n', 'github.com/cenkalti/backoff/v4'],
    ['go.mod', 'require (\n\tgithub.com/michimani/gotwi v0.14.0\n)\n', 'github.com/michimani/gotwi'],
    ['Cargo.toml', '[dependencies.backoff]\nversion = "0.4"\n', 'backoff'],
    ['Cargo.toml', '[workspace.dependencies]\negg-mode = { version = "0.16" }\n', 'egg-mode'],
    ['Cargo.toml', '[dev-dependencies]\negg-mode.workspace = true\n', 'egg-mode'],
    ['Gemfile', "gem 'retriable', '~> 3'\n", 'retriable'],
    ['*.gemspec', "  spec.add_dependency 'retriable', '~> 3.1'\n", 'retriable'],
    ['*.gemspec', '  s.add_development_dependency("twurl")\n', 'twurl'],
    [
      'pom.xml',
      '<dependency><groupId>a</groupId><artifactId>resilience4j-retry</artifactId></dependency>',
      'resilience4j-retry',
    ],
    ['build.gradle', "implementation 'org.twitter4j:twitter4j-core:4.0.7'\n", 'twitter4j-core'],
    ['build.gradle.kts', 'implementation("org.twitter4j:twitter4j-core:4.0.7")\n', 'org.twitter4j:twitter4j-core'],
    ['build.gradle', "compile group: 'org.twitter4j', name: 'twitter4j-core', version: '4'\n", 'twitter4j-core'],
    [
      'gradle/libs.versions.toml',
      '[libraries]\nt4j = { module = "org.twitter4j:twitter4j-core", version = "4" }\n',
      'twitter4j-core',
    ],
    ['package.json', '{"devDependencies":{"p-retry":"7"}}', 'p-retry'],
    ['composer.json', '{"require":{"abraham/twitteroauth":"^7"}}', 'abraham/twitteroauth'],
    ['*.csproj', '<PackageReference Include="TweetinviAPI" Version="5.0.4" />', 'TweetinviAPI'],
    ['packages.config', '<package id="linqtotwitter" version="6" />', 'linqtotwitter'],
    [
      'Package.swift',
      '.package(url: "https://github.com/mattdonnelly/Swifter.git", from: "2.4.0")',
      'mattdonnelly/Swifter',
    ],
    ['Podfile', "  pod 'TwitterKit', '~> 3'\n", 'TwitterKit'],
  ])('%s: %j names %s', (name, text, library) => {
    expect(dependsOn({ name, text }, library)).toBe(true);
  });

  it.each([
    ['requirements.txt', '# tenacity\nhttpx\n', 'tenacity'],
    ['requirements.txt', 'tenacity-plugins\n-r tenacity\n', 'tenacity'],
    ['pyproject.toml', 'description = "with backoff and jitter"\n', 'backoff'],
    ['pyproject.toml', '[project]\nname = "twitter"\nkeywords = ["twitter", "bot"]\n', 'twitter'],
    ['pyproject.toml', '[project.urls]\nTwitter = "https://example.org/at"\n', 'twitter'],
    ['pyproject.toml', '[project]\ndependencies = ["httpx"]\nkeywords = ["twarc"]\n', 'twarc'],
    ['setup.py', "setup(name='twarc', keywords=['tweepy'], install_requires=['httpx'])", 'tweepy'],
    ['setup.cfg', '[metadata]\nname = tweepy\nkeywords =\n    twarc\n    tweepy\n', 'tweepy'],
    ['go.mod', '\tgithub.com/cenkalti/backoff/v4 v4.1.3 // indirect\n', 'github.com/cenkalti/backoff/v4'],
    ['go.mod', 'module github.com/michimani/gotwi\n\ngo 1.22\n', 'github.com/michimani/gotwi'],
    ['Cargo.toml', '[package]\nname = "egg-mode"\nkeywords = ["egg-mode"]\n', 'egg-mode'],
    ['Cargo.toml', '[features]\ntwitter = ["dep:http"]\n', 'twitter'],
    ['Gemfile', "gem 'retriable-rails'\n# gem 'retriable'\n", 'retriable'],
    ['*.gemspec', "  spec.summary = 'Like retriable'\n", 'retriable'],
    ['pom.xml', '<project><artifactId>twitter4j-core</artifactId></project>', 'twitter4j-core'],
    [
      'build.gradle',
      "rootProject.name = 'twitter4j-core'\n// implementation 'org:twitter4j-core:4'\n",
      'twitter4j-core',
    ],
    ['*.csproj', '<!-- <PackageReference Include="TweetinviAPI" /> -->', 'TweetinviAPI'],
    ['package.json', '{"dependencies":{"p-retry":', 'p-retry'],
    ['package.json', '{"name":"twit","keywords":["twit"],"dependencies":{}}', 'twit'],
  ])('%s: %j does not name %s', (name, text, library) => {
    expect(dependsOn({ name, text }, library)).toBe(false);
  });
});
