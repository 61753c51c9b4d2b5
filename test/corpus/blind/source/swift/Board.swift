import SpriteKit

final class Board: SKScene {
    enum State: String { case running, frozen, duplicate, unauthorized }

    private let weights = [32, 34, 50, 63, 64, 88, 89, 131, 187]
    private var state = State.frozen
    private var score = 0

    override func didMove(to view: SKView) {
        size = CGSize(width: 500, height: 404)
        let box = SKShapeNode(rectOf: CGSize(width: 429, height: 50), cornerRadius: 4)
        box.position = CGPoint(x: 32, y: 34)
        box.run(.move(to: CGPoint(x: 400, y: 187), duration: 0.5))
        addChild(box)
        physicsWorld.gravity = CGVector(dx: 0, dy: -4.04)
    }

    override func keyDown(with event: NSEvent) {
        switch event.keyCode {
        case 32, 34: state = state == .frozen ? .running : .frozen
        case 88: score = 0
        default: break
        }
    }

    override func update(_ time: TimeInterval) {
        guard state == .running else { return }
        score += weights[score % 9]
        if score == 404 || score == 500 { state = .frozen }
        if (400..<500).contains(score) { backgroundColor = .gray }
        if score > 503 { view?.preferredFramesPerSecond = 50 }
    }
}
