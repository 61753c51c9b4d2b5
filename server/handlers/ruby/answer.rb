# frozen_string_literal: true

# Reads the responses and errors of Net::HTTP and Faraday.
module Answer
  # Status, headers and body of a response or an error. The status is nil when the server did not answer.
  def self.read(outcome)
    response = outcome.is_a?(Exception) && outcome.respond_to?(:response) ? outcome.response : outcome
    if response.is_a?(Hash) then response.values_at(:status, :headers, :body)
    elsif response.respond_to?(:code) then [response.code.to_i, response, response.body]
    elsif response.respond_to?(:status) then [response.status, response.headers, response.body]
    else [nil, {}, nil]
    end
  end

  # Whether an outcome is a failure that has this code, which may be a status.
  def self.failed_with?(outcome, code)
    status, _headers, body = read(outcome)
    return false unless status && status >= 400
    return body.to_s.split(/[^\w.-]+/).include?(code) unless code.match?(/\A\d+\z/)

    [status.to_s, *body.to_s.scan(/"code"\s*(?::|=>)\s*"?(\d+)/).flatten].include?(code)
  end
end
