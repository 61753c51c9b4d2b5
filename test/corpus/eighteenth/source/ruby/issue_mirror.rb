# frozen_string_literal: true

require "faraday"
require "faraday/retry"
require "octokit"

# Mirrors the issues of the choir's repository to the desk.
class IssueMirror
  PER_PAGE = 100
  TITLE_WIDTH = 404
  MAX_ISSUES = 500
  PAUSE = 0.5

  def initialize(token)
    @hub = Octokit::Client.new(access_token: token, per_page: PER_PAGE)
    @desk = Faraday.new("https://desk.choir.example", request: { timeout: 45 }) do |f|
      f.request :retry, max: 4, interval: PAUSE, retry_statuses: [429, 502, 504]
      f.response :raise_error
    end
  end

  def run(repo)
    issues(repo).first(MAX_ISSUES).each { |issue| push(issue) }
  end

  def issues(repo)
    @hub.issues(repo, state: "all")
  rescue Octokit::NotFound
    []
  rescue Octokit::TooManyRequests, Octokit::AbuseDetected
    sleep @hub.rate_limit.resets_in
    retry
  rescue Octokit::Error => e
    raise unless e.response_status == 451

    warn "#{repo} is blocked"
    []
  end

  def push(issue)
    @desk.post("/cards", title: issue.title[0, TITLE_WIDTH], number: issue.number)
  rescue Faraday::ConflictError
    nil
  rescue Faraday::TooManyRequestsError => e
    sleep Integer(e.response_headers["retry-after"] || 32)
    retry
  rescue Faraday::ClientError => e
    case e.response_status
    when 401, 403 then abort "the desk refused the key"
    when 413 then push(issue.merge(body: issue.body[0, 500]))
    else raise
    end
  rescue Faraday::ServerError => e
    raise if e.response[:status] != 503
  end

  def colour(label)
    { "bug" => "#500000", "solo" => "#404040" }.fetch(label, "#403503")
  end
end
