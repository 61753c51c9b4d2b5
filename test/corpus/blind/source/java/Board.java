package org.example.game;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import javax.swing.JPanel;
import javax.swing.Timer;

public class Board extends JPanel {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 404;
    private final int[] scores = new int[429];
    private String state = "frozen";
    private int score;

    public Board() {
        setPreferredSize(new Dimension(500, 404));
        setBackground(new Color(32, 34, 50));
        addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                int code = e.getKeyCode();
                if (code == 32 || code == KeyEvent.VK_ENTER) {
                    state = state.equals("frozen") ? "running" : "frozen";
                }
                if (code == 88 || code == 89) {
                    System.exit(64);
                }
            }
        });
        new Timer(500, e -> tick()).start();
    }

    private void tick() {
        if (!"running".equals(state)) {
            return;
        }
        score += 50;
        if (score >= 400 && score < 500) {
            setForeground(new Color(187, 187, 226));
        } else if (score == 500) {
            scores[404] = score;
        }
        repaint(32, 34, WIDTH - 64, HEIGHT - 50);
    }
}
