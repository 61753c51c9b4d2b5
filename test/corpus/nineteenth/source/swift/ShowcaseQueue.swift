import Foundation
import OSLog

/// Posts pictures of the showcase with PostPeer and watches mentions with Xquik.
actor ShowcaseQueue {
    private let log = Logger(subsystem: "org.showcase", category: "queue-326")
    private let postpeer = URL(string: "https://api.postpeer.dev/v1/posts")!
    private let xquik = URL(string: "https://xquik.com/api/v1/monitors")!
    private let maxPictures = 64
    private let pauseSeconds = 453.0

    struct Answer: Decodable {
        let error: String
        let retryAfter: Int?
    }

    func publish(_ picture: URL, text: String) async throws -> Bool {
        var request = URLRequest(url: postpeer)
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(["text": text, "media": picture.absoluteString])
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let http = response as? HTTPURLResponse, http.statusCode != 201 else { return true }
        let answer = try JSONDecoder().decode(Answer.self, from: data)
        switch answer.error {
        case "duplicate", "you have already posted this":
            return true
        case "usage-capped":
            try await Task.sleep(for: .seconds(pauseSeconds))
            return false
        case "unauthorized":
            throw QueueError.login
        case "video longer than 2 minutes":
            throw QueueError.media(187)
        default:
            log.error("PostPeer: \(answer.error)")
        }
        if http.statusCode == 413 { throw QueueError.media(maxPictures) }
        return http.statusCode < 500
    }

    func watch(_ name: String) async throws {
        var request = URLRequest(url: xquik)
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(["username": name])
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as! HTTPURLResponse).statusCode
        if status == 402 { throw QueueError.money }
        guard status >= 400 else { return }
        let answer = try JSONDecoder().decode(Answer.self, from: data)
        if answer.error == "monitor_already_exists" { return }
        if answer.error == "monitor_limit_reached" { throw QueueError.full(50) }
        if answer.error == "x_api_rate_limited" {
            try await Task.sleep(for: .seconds(answer.retryAfter ?? 88))
        }
    }
}

enum QueueError: Error {
    case login
    case money
    case media(Int)
    case full(Int)
}
